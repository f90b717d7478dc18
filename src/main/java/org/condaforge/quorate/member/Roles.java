package org.condaforge.quorate.member;

import java.util.List;

/// The roles that people hold in this instance, besides their standing. Declared here for pages of members; who is
/// named
/// for what is settled elsewhere.
public interface Roles {

    /// The roles of whoever has that login, as words for people: "secretary". Empty where they hold none.
    List<String> of(String login);
}
