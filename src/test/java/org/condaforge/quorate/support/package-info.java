/// What the tests of several modules share: a clock that can be set, people named after trees, the two databases.
@NullMarked
package org.condaforge.quorate.support;

import org.jspecify.annotations.NullMarked;
