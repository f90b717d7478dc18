package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalNumber;

/// What somebody wants voted on.
///
/// @param proposal the CFEP; empty for a vote on something else
/// @param about the login of the person it is about, on a roster or not; empty where it is about none
/// @param title the question, one line
/// @param text the text that is voted on; for a proposal its file is taken when this is empty
/// @param source where that text stands
/// @param discussion the address where it is discussed, may be empty
/// @param closesAt the deadline
/// @param justification the reasons, may be empty where the item asks for none
/// @param statements what else the item asks for, by what it asks, in its order
/// @param replaces the vote that is called again by this one; it is withdrawn if it still takes ballots
public record Call(
        String policy,
        String item,
        Optional<ProposalNumber> proposal,
        Optional<String> about,
        String title,
        String text,
        Source source,
        String discussion,
        Instant closesAt,
        String justification,
        Map<String, String> statements,
        Optional<VoteId> replaces) {

    /// Where a text stands.
    ///
    /// @param link its address, may be empty
    /// @param revision which edition of it, for instance a commit; may be empty
    public record Source(String link, String revision) {

        /// Nowhere but here.
        public static final Source HERE = new Source("", "");

        public Source {
            link = link.strip();
            revision = revision.strip();
        }
    }

    public Call {
        statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
        discussion = discussion.strip();
        about = about.map(login -> login.strip().replaceFirst("^@", "")).filter(login -> !login.isEmpty());
    }

    /// A call about no person, for a text that stands nowhere else, with nothing to state.
    public Call(
            String policy,
            String item,
            Optional<ProposalNumber> proposal,
            String title,
            String text,
            Instant closesAt,
            String justification) {
        this(
                policy,
                item,
                proposal,
                Optional.empty(),
                title,
                text,
                Source.HERE,
                "",
                closesAt,
                justification,
                Map.of(),
                Optional.empty());
    }

    /// The same call with what the item asks to state.
    public Call stating(Map<String, String> stated) {
        return new Call(
                policy,
                item,
                proposal,
                about,
                title,
                text,
                source,
                discussion,
                closesAt,
                justification,
                stated,
                replaces);
    }

    /// The same call, about that person.
    public Call about(String login) {
        return new Call(
                policy,
                item,
                proposal,
                Optional.of(login),
                title,
                text,
                source,
                discussion,
                closesAt,
                justification,
                statements,
                replaces);
    }

    /// The same call with where its text stands, and where that is discussed.
    public Call from(Source place, String discussed) {
        return new Call(
                policy,
                item,
                proposal,
                about,
                title,
                text,
                place,
                discussed,
                closesAt,
                justification,
                statements,
                replaces);
    }

    /// The same call, in place of that vote.
    public Call replacing(VoteId vote) {
        return new Call(
                policy,
                item,
                proposal,
                about,
                title,
                text,
                source,
                discussion,
                closesAt,
                justification,
                statements,
                Optional.of(vote));
    }

    /// The same call with another deadline.
    public Call until(Instant deadline) {
        return new Call(
                policy,
                item,
                proposal,
                about,
                title,
                text,
                source,
                discussion,
                deadline,
                justification,
                statements,
                replaces);
    }
}
