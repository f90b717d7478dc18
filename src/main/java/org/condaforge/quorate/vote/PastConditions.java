package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.Subject;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.store.Words;
import org.springframework.stereotype.Component;

/// What must be so for a vote of the past to be recorded. Whether the rules give the stated outcome is not asked
/// here.
@Component
class PastConditions {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_PEOPLE = 1_000;

    private final Policies policies;
    private final MemberService members;
    private final ProposalService proposals;
    private final Clock clock;

    PastConditions(Policies policies, MemberService members, ProposalService proposals, Clock clock) {
        this.policies = policies;
        this.members = members;
        this.proposals = proposals;
        this.clock = clock;
    }

    /// What it lacks, a sentence each; nothing where it can be recorded.
    List<String> unmetBy(PastVote past) {
        List<String> reasons = new ArrayList<>();
        days(past, reasons);
        subject(past, reasons);
        people(past, reasons);
        if (past.source().isBlank()) {
            reasons.add("Say where the result is known from: a link, or who remembers what.");
        }
        if (past.source().strip().length() > Words.MOST) {
            reasons.add("Say where it is known from in at most %,d characters.".formatted(Words.MOST));
        }
        if (past.text().strip().length() > Words.MOST) {
            reasons.add("Keep the text to %,d characters, or give a link to it.".formatted(Words.MOST));
        }
        return reasons;
    }

    /// What keeps it from completing that vote: one that is known already, with the day it ended on.
    List<String> unmetBy(PastVote past, LocalDate knownEnd) {
        List<String> reasons = unmetBy(past);
        past.endedOn()
                .filter(day -> Math.abs(ChronoUnit.DAYS.between(knownEnd, day)) > VoteRecords.SAME_END)
                .ifPresent(day -> reasons.add(
                        "This vote ended on %s or within %d days of it. One that ended on %s is another vote: record it by itself."
                                .formatted(knownEnd, VoteRecords.SAME_END, day)));
        return reasons;
    }

    private void days(PastVote past, List<String> reasons) {
        LocalDate today = LocalDate.now(clock);
        if (past.endedOn().isEmpty()) {
            reasons.add("Give the day on which the vote ended.");
        }
        past.endedOn()
                .filter(today::isBefore)
                .ifPresent(day -> reasons.add(
                        "The vote cannot have ended on %s, which is still to come. A vote that is to end then is called, not recorded."
                                .formatted(day)));
        past.openedOn()
                .flatMap(opened -> past.endedOn().filter(opened::isAfter))
                .ifPresent(ended -> reasons.add("The vote cannot have ended on %s, before it opened on %s."
                        .formatted(ended, past.openedOn().orElseThrow())));
        past.openedOn()
                .or(past::endedOn)
                .filter(FIRST::isAfter)
                .ifPresent(day -> reasons.add("Nobody voted here on %s: look at the year.".formatted(day)));
    }

    private void subject(PastVote past, List<String> reasons) {
        if (past.proposal().isEmpty() && past.title().isBlank()) {
            reasons.add("Choose the CFEP that was voted on, or say in one line what was.");
        }
        if (past.title().strip().length() > LONGEST_TITLE) {
            reasons.add("Say what was voted on in one line of at most %d characters.".formatted(LONGEST_TITLE));
        }
        past.proposal()
                .filter(number -> !proposals.exists(number))
                .ifPresent(number -> reasons.add("There is no %s.".formatted(number.label())));
        past.item().ifPresent(asked -> {
            Optional<VotingItem> found = item(asked);
            if (found.isEmpty()) {
                reasons.add("There is no item “%s” of “%s” here.".formatted(asked.name(), asked.policy()));
            }
            found.ifPresent(item -> kind(past, item, reasons));
        });
    }

    private static void kind(PastVote past, VotingItem item, List<String> reasons) {
        if (item.classification() == Classification.SENSITIVE) {
            reasons.add("“%s” is sensitive: its votes are not put on the public record.".formatted(item.title()));
        }
        if (item.rule().isEmpty()) {
            reasons.add("“%s” needs no vote.".formatted(item.title()));
        }
        if (item.subject() == Subject.PROPOSAL && past.proposal().isEmpty()) {
            reasons.add("“%s” is a vote on a CFEP: choose which.".formatted(item.title()));
        }
    }

    private void people(PastVote past, List<String> reasons) {
        past.active()
                .filter(active -> active < 1 || active > MOST_PEOPLE)
                .ifPresent(active -> reasons.add(
                        "There were between 1 and %,d active members, not %,d.".formatted(MOST_PEOPLE, active)));
        past.tally()
                .ifPresent(tally -> past.endedOn()
                        .flatMap(ended -> most(past, ended))
                        .filter(most -> tally.cast() > most)
                        .ifPresent(most -> reasons.add("%d ballots are more than the %d people who could vote then."
                                .formatted(tally.cast(), most))));
    }

    /// How many could vote at most: who was on the roster at its beginning or at its end. Without a roster, as
    /// many as were active where only these may vote.
    private Optional<Integer> most(PastVote past, LocalDate ended) {
        boolean emeriti = past.item()
                .flatMap(item -> policies.policy(item.policy()))
                .map(Policy::emeritusMayVote)
                .orElse(true);
        int onRoster = Math.max(
                voters(members.rosterOn(ended), emeriti),
                past.openedOn()
                        .map(day -> voters(members.rosterOn(day), emeriti))
                        .orElse(0));
        return onRoster > 0 ? Optional.of(onRoster) : past.active().filter(active -> !emeriti);
    }

    private static int voters(Roster roster, boolean emeriti) {
        return roster.active().isEmpty()
                ? 0
                : roster.active().size() + (emeriti ? roster.emeritus().size() : 0);
    }

    private Optional<VotingItem> item(PastVote.Item asked) {
        return policies.policy(asked.policy()).flatMap(policy -> policy.item(asked.name()));
    }
}
