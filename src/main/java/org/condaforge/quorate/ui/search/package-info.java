/// The search page. It draws what `search` found and decides nothing.
@NullMarked
package org.condaforge.quorate.ui.search;

import org.jspecify.annotations.NullMarked;
