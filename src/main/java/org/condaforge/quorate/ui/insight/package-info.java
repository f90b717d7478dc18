/// The figures about the core team, drawn.
@NullMarked
package org.condaforge.quorate.ui.insight;

import org.jspecify.annotations.NullMarked;
