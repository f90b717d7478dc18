/// Who may open which page and ask which service: the table, and the tests that drive it.
@NullMarked
package org.condaforge.quorate.access;

import org.jspecify.annotations.NullMarked;
