/// The pages of meetings: list, schedule and minutes. They draw what `meeting` says and decide nothing.
@NullMarked
package org.condaforge.quorate.ui.meeting;

import org.jspecify.annotations.NullMarked;
