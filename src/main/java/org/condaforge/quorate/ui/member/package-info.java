/// The pages of members: roster and member. They draw what `member` says and decide nothing.
@NullMarked
package org.condaforge.quorate.ui.member;

import org.jspecify.annotations.NullMarked;
