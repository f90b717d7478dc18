package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.vote.ReplayedVote.Counted;
import org.condaforge.quorate.vote.ReplayedVote.Verdict;
import org.condaforge.quorate.vote.VoteSummary.Terms;

/// Counts closed votes by a yardstick, one after the other, and says why each ends as it does.
final class Counting {

    private final Yardstick yardstick;
    private final RosterHistory roster;

    /// @param roster who stood where; may be empty where the yardstick does not ask
    Counting(Yardstick yardstick, RosterHistory roster) {
        this.yardstick = yardstick;
        this.roster = roster;
    }

    /// Counts one.
    ///
    /// @param ofEmeriti its ballots of those who were ever emeritus
    ReplayedVote count(ClosedVote closed, List<ClosedVotes.Cast> ofEmeriti) {
        Optional<String> obstacle = closed.obstacle();
        if (obstacle.isPresent()) {
            return ReplayedVote.leftOut(closed.vote(), "Cannot be counted. " + obstacle.get());
        }
        Terms terms = closed.vote().terms().orElseThrow();
        return switch (yardstick) {
            case Yardstick.AsCalled _ -> again(closed, terms);
            case Yardstick.UnderPolicy(var policy, var standIn) -> under(policy, standIn, closed, terms, ofEmeriti);
            case Yardstick.ByRule(var rule, var _) ->
                compared(closed, rule, terms.active(), tally(closed), "the rule", new ArrayList<>(), new ArrayList<>());
        };
    }

    private static ReplayedVote again(ClosedVote closed, Terms terms) {
        Assessment assessment = Assessment.of(terms.rule(), terms.electorate(), tally(closed), closed.evidence());
        String why = new Why(assessment, tally(closed), terms.active()).words();
        List<String> notes = new ArrayList<>();
        noteTotals(closed, notes);
        return switch (Recount.of(closed)) {
            case Recount.Confirmed(var outcome, var _, var _, var lapsed) ->
                ReplayedVote.counted(
                        closed.vote(),
                        Verdict.SAME,
                        counted(outcome, closed, terms, assessment),
                        sentence(List.of(lapsed ? "it lapsed: nobody confirmed its time-out in time" : why)),
                        notes);
            case Recount.Different(var outcome, var _, var _, var differences) ->
                ReplayedVote.counted(
                        closed.vote(),
                        Verdict.DIFFERS,
                        counted(outcome, closed, terms, assessment),
                        sentence(differences),
                        notes);
            case Recount.Impossible(var because) -> ReplayedVote.leftOut(closed.vote(), because);
        };
    }

    private static Counted counted(Outcome outcome, ClosedVote closed, Terms terms, Assessment assessment) {
        return new Counted(outcome, tally(closed), terms.active(), assessment.quorum(), terms.itemTitle());
    }

    private ReplayedVote under(
            Policy policy,
            Optional<VotingItem> standIn,
            ClosedVote closed,
            Terms terms,
            List<ClosedVotes.Cast> ofEmeriti) {
        VoteSummary vote = closed.vote();
        Optional<VotingItem> own = policy.item(terms.item());
        Optional<VotingItem> item = own.or(() -> standIn);
        if (item.isEmpty()) {
            return ReplayedVote.leftOut(
                    vote,
                    "“%s” is no item of %s, and no stand-in is chosen.".formatted(terms.itemTitle(), policy.title()));
        }
        if (item.get().rule().isEmpty()) {
            return ReplayedVote.leftOut(
                    vote, "“%s” needs no vote under %s.".formatted(item.get().title(), policy.title()));
        }
        Optional<Integer> active = active(policy.roster(), vote, terms);
        if (active.isEmpty()) {
            return ReplayedVote.leftOut(
                    vote,
                    "Cannot be counted. The roster of the day it %s is not known.".formatted(verb(policy.roster())));
        }
        List<String> reasons = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Tally tally = policy.emeritusMayVote() ? tally(closed) : withoutEmeriti(closed, ofEmeriti, reasons, notes);
        if (own.isEmpty()) {
            notes.add("Counted as “%s”, which stands in for “%s”."
                    .formatted(item.get().title(), terms.itemTitle()));
        }
        if (active.get() != terms.active()) {
            notes.add("%d were active on the day it %s; on record the quorum is of %d."
                    .formatted(active.get(), verb(policy.roster()), terms.active()));
        }
        if (vote.opensAt().isPresent()
                && vote.planned().compareTo(item.get().restrictions().minimumPeriod()) < 0) {
            notes.add("Its period of %s is below the %s that %s asks for: it could not have been called so."
                    .formatted(
                            CallWords.period(vote.planned()),
                            CallWords.period(item.get().restrictions().minimumPeriod()),
                            policy.title()));
        }
        return compared(
                closed,
                item.get().rule().orElseThrow(),
                active.get(),
                tally,
                item.get().title(),
                reasons,
                notes);
    }

    private static String verb(RosterDate date) {
        return switch (date) {
            case OPENING -> "opened";
            case CLOSING -> "closed";
        };
    }

    /// How many were active on the day that counts; the figure on record where it is of that day.
    private Optional<Integer> active(RosterDate date, VoteSummary vote, Terms terms) {
        if (date == terms.roster()) {
            return Optional.of(terms.active());
        }
        Optional<Instant> counts = switch (date) {
            case OPENING -> vote.opensAt();
            case CLOSING -> vote.decidedAt();
        };
        return counts.map(instant -> roster.activeOn(LocalDate.ofInstant(instant, ZoneOffset.UTC)))
                .filter(known -> known > 0);
    }

    private Tally withoutEmeriti(
            ClosedVote closed, List<ClosedVotes.Cast> ofEmeriti, List<String> reasons, List<String> notes) {
        Tally tally = tally(closed);
        if (closed.onlyTotals() || closed.vote().opensAt().isEmpty()) {
            notes.add("Whether ballots of emeritus members are in its totals cannot be told.");
            return tally;
        }
        LocalDate day = LocalDate.ofInstant(closed.vote().opensAt().get(), ZoneOffset.UTC);
        int leftOut = 0;
        for (ClosedVotes.Cast cast : ofEmeriti) {
            if (roster.emeritusOn(cast.member(), day)) {
                tally = tally.minus(cast.choice());
                leftOut++;
            }
        }
        if (leftOut > 0) {
            reasons.add(
                    leftOut == 1
                            ? "one ballot of an emeritus member does not count"
                            : "%d ballots of emeritus members do not count".formatted(leftOut));
        }
        return tally;
    }

    /// Counts by a rule and compares with the record.
    private static ReplayedVote compared(
            ClosedVote closed,
            Rule rule,
            int active,
            Tally tally,
            String by,
            List<String> reasons,
            List<String> notes) {
        VoteSummary vote = closed.vote();
        Assessment assessment = Assessment.of(rule, new Electorate(active), tally, closed.evidence());
        Outcome outcome = assessment.outcome();
        boolean same = vote.result().filter(Result.of(outcome)::equals).isPresent();
        reasons.add(new Why(assessment, tally, active).words());
        noteTotals(closed, notes);
        if (closed.timedOut() && closed.frozen().isEmpty()) {
            notes.add("It was timed out: what a time-out asks for counts as met.");
        }
        if (closed.lapsed()) {
            notes.add("On record it lapsed, because nobody confirmed its time-out in time; here its ballots decide.");
        }
        if (same && !vote.route().equals(outcome.decidedBy())) {
            notes.add("It would have been decided by the %s route."
                    .formatted(outcome.decidedBy().map(Route::label).orElse("same")));
        }
        return ReplayedVote.counted(
                vote,
                same ? Verdict.SAME : Verdict.DIFFERS,
                new Counted(outcome, tally, active, assessment.quorum(), by),
                sentence(reasons),
                notes);
    }

    private static void noteTotals(ClosedVote closed, List<String> notes) {
        if (closed.onlyTotals()) {
            notes.add("Its totals are counted, because its ballots are not on record.");
        }
    }

    private static Tally tally(ClosedVote closed) {
        return closed.tally().orElseThrow();
    }

    private static String sentence(List<String> parts) {
        String words =
                String.join("; ", parts.stream().filter(part -> !part.isEmpty()).toList());
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
