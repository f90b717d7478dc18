/// The public HTTP API, asked on a real port.
@NullMarked
package org.condaforge.quorate.api;

import org.jspecify.annotations.NullMarked;
