/// The check-in: the question, who answered what, and what the end will do.
@NullMarked
package org.condaforge.quorate.ui.checkin;

import org.jspecify.annotations.NullMarked;
