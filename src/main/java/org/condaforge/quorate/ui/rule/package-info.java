/// The pages of rules: the governance pages with today's figures, an item with its calculator. They draw what `policy`
/// and `rule` say and decide nothing.
@NullMarked
package org.condaforge.quorate.ui.rule;

import org.jspecify.annotations.NullMarked;
