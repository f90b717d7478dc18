/// The first page: what waits for me. It gathers what other modules say and decides nothing.
@NullMarked
package org.condaforge.quorate.ui.desk;

import org.jspecify.annotations.NullMarked;
