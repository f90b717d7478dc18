/// The application as a whole: it starts here. What it does lives in the modules, one package each.
@NullMarked
package org.condaforge.quorate;

import org.jspecify.annotations.NullMarked;
