package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the things that are known of a proposal do not fit together.
///
/// @param mark the same in a few words: "file still says Proposed"
/// @param sentence what differs from what
/// @param mend what to do about it, a sentence
public record Drift(Kind kind, String mark, String sentence, String mend) {

    /// What does not fit.
    public enum Kind {
        /// A vote decided, and the file says something else.
        VOTE_AND_FILE,
        /// A core member set the status, and the file says something else.
        RECORD_AND_FILE,
        /// The index lists it under another status than its file has.
        FILE_AND_INDEX,
        /// The index lists it under another status than was recorded.
        RECORD_AND_INDEX,
        /// A vote on it is over, and nobody wrote down how it ended.
        VOTE_WITHOUT_RESULT,
        /// Proposed, and not discussed for a year.
        SILENCE,
        /// It was updated before it was created.
        DATES
    }

    /// What decided the present status, if not its file, and on which day (if that is known).
    record Decision(StatusEntry.Source by, Optional<LocalDate> on) {}

    /// What is known beside the proposal's own facts.
    ///
    /// @param decision absent where the status follows the file
    /// @param voteEnded the day on which a vote ended without a recorded result
    record Known(Optional<Decision> decision, Optional<LocalDate> voteEnded, LocalDate today) {}

    /// Every drift of that proposal, in the order of [Kind].
    static List<Drift> of(ProposalSummary proposal, Known known) {
        List<Drift> found = new ArrayList<>();
        Status status = proposal.status();
        Optional<String> otherInFile = proposal.fileStatus()
                .filter(word -> status != Status.UNKNOWN
                        && Status.of(word).filter(status::equals).isEmpty());
        otherInFile.ifPresent(word -> found.add(file(proposal, word, known)));
        // An implemented proposal rightly stays on the index's list of accepted ones.
        proposal.indexStatus()
                .filter(listed -> listed != status && status != Status.IMPLEMENTED)
                .ifPresent(listed -> found.add(
                        proposal.fileStatus().isPresent() && otherInFile.isEmpty()
                                ? fileAndIndex(proposal, listed)
                                : recordAndIndex(status, listed)));
        known.voteEnded().filter(ended -> !isDecided(status)).ifPresent(ended -> found.add(withoutResult(ended)));
        if (status == Status.PROPOSED) {
            silence(proposal, known.today()).ifPresent(found::add);
        }
        proposal.created()
                .ifPresent(created -> proposal.updated()
                        .filter(updated -> updated.isBefore(created))
                        .ifPresent(updated -> found.add(dates(proposal, created, updated))));
        return List.copyOf(found);
    }

    private static Drift file(ProposalSummary proposal, String word, Known known) {
        String said = word.isBlank() ? "nothing" : word;
        String status = proposal.status().label();
        String mark = "file still says " + said;
        Optional<Decision> vote = known.decision().filter(decision -> decision.by() == StatusEntry.Source.VOTE);
        if (vote.isPresent()) {
            String day = vote.get().on().map(on -> " of " + on).orElse("");
            return new Drift(
                    Kind.VOTE_AND_FILE,
                    mark,
                    "The vote%s says %s, the file says %s.".formatted(day, status, said),
                    "Change the status row of %s to %s.".formatted(fileOf(proposal), status));
        }
        return new Drift(
                Kind.RECORD_AND_FILE,
                mark,
                "The record says %s, the file says %s.".formatted(status, said),
                "Change the status row of %s to %s. If the file is right, set the status here instead."
                        .formatted(fileOf(proposal), status));
    }

    private static Drift fileAndIndex(ProposalSummary proposal, Status listed) {
        String said = proposal.fileStatus().filter(word -> !word.isBlank()).orElse("nothing");
        return new Drift(
                Kind.FILE_AND_INDEX,
                "index says " + listed.label(),
                "The file says %s, the index lists it as %s.".formatted(said, listed.label()),
                "If it is %s, change the status row of %s to that, and set the status here with how that is known; if not, take it off the index."
                        .formatted(listed.label(), fileOf(proposal)));
    }

    private static Drift recordAndIndex(Status status, Status listed) {
        return new Drift(
                Kind.RECORD_AND_INDEX,
                "index says " + listed.label(),
                "The record says %s, the index lists it as %s.".formatted(status.label(), listed.label()),
                "Change its place in the index; if the index is right, set the status here, with how that is known.");
    }

    private static Drift withoutResult(LocalDate ended) {
        return new Drift(
                Kind.VOTE_WITHOUT_RESULT,
                "vote without result",
                "A vote on it ended on %s, and nobody wrote down how.".formatted(ended),
                "Write the result down on the page of the vote; where nobody knows it, call a new vote.");
    }

    private static Optional<Drift> silence(ProposalSummary proposal, LocalDate today) {
        return proposal.lastDiscussed()
                .or(proposal::created)
                .filter(last -> !last.isAfter(today.minusYears(1)))
                .map(last -> new Drift(
                        Kind.SILENCE,
                        "not discussed for a year",
                        proposal.lastDiscussed().isPresent()
                                ? "It is Proposed, and was last discussed on %s.".formatted(last)
                                : "It is Proposed, was created on %s, and was never discussed in a meeting."
                                        .formatted(last),
                        "Put it on the next agenda, or set its status to Deferred with the reason."));
    }

    private static Drift dates(ProposalSummary proposal, LocalDate created, LocalDate updated) {
        return new Drift(
                Kind.DATES,
                "dates run backwards",
                "The file says updated on %s, before it was created on %s.".formatted(updated, created),
                "Correct the dates at the head of %s.".formatted(fileOf(proposal)));
    }

    private static boolean isDecided(Status status) {
        return switch (status) {
            case ACCEPTED, REJECTED, IMPLEMENTED -> true;
            case DRAFT, PROPOSED, DEFERRED, UNKNOWN -> false;
        };
    }

    private static String fileOf(ProposalSummary proposal) {
        return "cfep-%02d.md".formatted(proposal.number().value());
    }
}
