/// The page of sources and imports. It shows what `source` says and passes on what is to be read; it reads nothing
/// itself.
@NullMarked
package org.condaforge.quorate.ui.source;

import org.jspecify.annotations.NullMarked;
