/// The pages of votes: list, vote, call. They draw what `vote` and `rule` say and decide nothing.
@NullMarked
package org.condaforge.quorate.ui.vote;

import org.jspecify.annotations.NullMarked;
