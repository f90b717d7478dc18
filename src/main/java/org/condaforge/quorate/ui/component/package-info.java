/// The parts every page is made of: drawings, cards, chips, dates, rendered text. They take plain values and know
/// nothing of votes, members or storage; what a figure means is decided elsewhere, how it looks in `styles.css`.
@NullMarked
package org.condaforge.quorate.ui.component;

import org.jspecify.annotations.NullMarked;
