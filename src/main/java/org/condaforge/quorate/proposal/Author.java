package org.condaforge.quorate.proposal;

import org.jspecify.annotations.Nullable;

/// An author as the file names them; never with an e-mail address.
public record Author(String name, @Nullable String login) {}
