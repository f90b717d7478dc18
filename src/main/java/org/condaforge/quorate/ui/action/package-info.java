/// The pages of action items over time. They show and pass on; whose an item is and what became of it is known below.
@NullMarked
package org.condaforge.quorate.ui.action;

import org.jspecify.annotations.NullMarked;
