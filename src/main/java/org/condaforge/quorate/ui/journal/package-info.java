/// The journal's page. It draws what `journal` tells and decides nothing.
@NullMarked
package org.condaforge.quorate.ui.journal;

import org.jspecify.annotations.NullMarked;
