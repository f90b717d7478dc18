/// The pages of proposals: list and proposal. They draw what `proposal` says and decide nothing.
@NullMarked
package org.condaforge.quorate.ui.proposal;

import org.jspecify.annotations.NullMarked;
