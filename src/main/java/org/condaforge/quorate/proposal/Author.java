package org.condaforge.quorate.proposal;

import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/// An author as the file names them; never with an e-mail address.
@Table("proposal_author")
public record Author(String name, @Nullable String login) {}
