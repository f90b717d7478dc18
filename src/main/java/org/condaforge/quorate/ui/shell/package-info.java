/// The frame around every page: navigation, who is signed in, sign-in, and what a page without an answer
/// says. Not the pages themselves.
@NullMarked
package org.condaforge.quorate.ui.shell;

import org.jspecify.annotations.NullMarked;
