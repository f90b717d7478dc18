package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;

/// What the roll call of a vote says besides its ballots.
///
/// @param recused who takes no part and said so, by name
/// @param entered the ballots that count and that a secretary entered
/// @param earlier what members said before what counts now, newest first; absent where there was nothing
public record RollCallNotes(
        List<Recusal> recused, Map<MemberId, Entered> entered, Map<MemberId, List<Earlier>> earlier) {

    /// Nothing to say.
    public static final RollCallNotes NONE = new RollCallNotes(List.of(), Map.of(), Map.of());

    /// That a member takes no part.
    ///
    /// @param reason may be empty
    public record Recusal(MemberId member, String login, String name, String reason, Instant at) {}

    /// That a ballot was entered for its member by a secretary.
    public record Entered(Given given, String byLogin, String byName) {

        /// "entered by Alder, given by mail".
        public String inWords() {
            return "entered by %s, given %s".formatted(byName, given.label());
        }
    }

    /// What a member had said.
    ///
    /// @param choice empty for a recusal
    /// @param comment or the reason of the recusal; may be empty
    public record Earlier(Optional<Choice> choice, String comment, Optional<Entered> entered, Instant at) {}

    /// Who entered the ballot of that member, if somebody did.
    public Optional<Entered> entryOf(MemberId member) {
        return Optional.ofNullable(entered.get(member));
    }

    /// What that member had said before, newest first.
    public List<Earlier> earlierOf(MemberId member) {
        return earlier.getOrDefault(member, List.of());
    }

    /// The recusal of that member.
    public Optional<Recusal> recusalOf(MemberId member) {
        return recused.stream().filter(r -> r.member().equals(member)).findFirst();
    }
}
