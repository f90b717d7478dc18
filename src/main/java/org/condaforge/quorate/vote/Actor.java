package org.condaforge.quorate.vote;

import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;

/// Who calls or amends a vote: a member, or somebody who signed in and is none.
record Actor(Optional<MemberId> member, String login) {

    static Actor of(SignedIn person) {
        return new Actor(person.member(), person.login());
    }

    /// What they did, for the journal, which names members itself.
    String did(String what) {
        return member.isPresent() ? what : "@%s %s".formatted(login, what);
    }

    /// The login to keep with what they did; empty for a member, whose id is kept.
    Optional<String> loginOfNoMember() {
        return member.isPresent() ? Optional.empty() : Optional.of(login);
    }

    /// The login as it is compared: they do not differ by case.
    String key() {
        return login.toLowerCase(Locale.ROOT);
    }
}
