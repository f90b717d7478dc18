package org.condaforge.quorate.member;

import java.util.Optional;

/// Who is at the keyboard, by today's roster: a change of standing takes effect at once.
public interface CurrentMember {

    /// Someone who signed in. `member` is empty for a person who is on no roster.
    ///
    /// @param secretary whether this instance names them to look after sources, rosters and the like
    record SignedIn(
            String login, String name, Optional<MemberId> member, Optional<Standing> standing, boolean secretary) {

        /// Whether they are an active core member.
        public boolean isCore() {
            return standing.filter(Standing.ACTIVE::equals).isPresent();
        }

        /// Whether they may read what sensitive votes are about and how they ended: members of core, emeritus
        /// ones included, and secretaries.
        public boolean readsSensitive() {
            return (member.isPresent() && standing.isPresent()) || secretary;
        }

        /// Whether they are a secretary of this instance.
        public boolean isSecretary() {
            return secretary;
        }
    }

    /// Who is signed in; empty for an anonymous reader and for the application's own acts.
    Optional<SignedIn> signedIn();

    /// The core member at the keyboard, who wants to `act` ("call a vote").
    ///
    /// @throws NotAllowed when nobody is signed in or the person is not an active core member
    default MemberId requireCore(String act) {
        SignedIn person = signedIn().orElseThrow(() -> new NotAllowed("Sign in to %s.".formatted(act)));
        return person.member()
                .filter(member -> person.isCore())
                .orElseThrow(() -> new NotAllowed("Only active core members may %s.".formatted(act)));
    }

    /// The member at the keyboard, active or emeritus, who wants to `act` ("replay votes").
    ///
    /// @throws NotAllowed when nobody is signed in or the person is on no roster today
    default MemberId requireMember(String act) {
        SignedIn person = signedIn().orElseThrow(() -> new NotAllowed("Sign in to %s.".formatted(act)));
        return person.member()
                .filter(member -> person.standing().isPresent())
                .orElseThrow(
                        () -> new NotAllowed("Only members of core, emeritus ones included, may %s.".formatted(act)));
    }

    /// The secretary at the keyboard, who wants to `act` ("import files").
    ///
    /// @throws NotAllowed when nobody is signed in or the person is no secretary
    default SignedIn requireSecretary(String act) {
        SignedIn person = signedIn().orElseThrow(() -> new NotAllowed("Sign in to %s.".formatted(act)));
        if (!person.isSecretary()) {
            throw new NotAllowed("Only secretaries may %s.".formatted(act));
        }
        return person;
    }
}
