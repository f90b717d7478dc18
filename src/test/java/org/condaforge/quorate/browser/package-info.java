/// Tests of the packaged application as a person uses it: its own process, a real port, a real browser.
@NullMarked
package org.condaforge.quorate.browser;

import org.jspecify.annotations.NullMarked;
