package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.vote.VoteStateMachine.Act;
import org.condaforge.quorate.vote.VoteStateMachine.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// How each act of [VoteStateMachine] is done with the services.
abstract class VoteStateDoings extends VoteStateStage {

    /// Does an act to a vote as whoever is at the keyboard.
    interface Doing {

        void to(Laid laid, Role role);
    }

    @Autowired
    Amendments amendments;

    @Autowired
    Presentations presentations;

    @Autowired
    VoteNotices notices;

    @Autowired
    EnteredBallots entered;

    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    private final Map<String, Doing> doings = new HashMap<>();

    /// How that act is done.
    Doing doing(Act act) {
        return Optional.ofNullable(doings.get(act.name())).orElseThrow();
    }

    /// The names of all that can be done.
    Set<String> acts() {
        return doings.keySet();
    }

    /// How each act is done; the names are those of the table.
    @BeforeEach
    void sayHowActsAreDone() {
        doings.put("cast", (at, role) -> casting.cast(at.vote(), Choice.YES, ""));
        doings.put("change a ballot", (at, role) -> {
            before(at, role, Choice.ABSTAIN);
            casting.cast(at.vote(), Choice.YES, "");
        });
        doings.put("recuse oneself", (at, role) -> casting.recuse(at.vote(), "It is mine."));
        doings.put(
                "enter a ballot for a member",
                (at, role) -> casting.castOnBehalf(at.vote(), id("aspen"), Choice.YES, "", Given.MAIL));
        doings.put("take note of a ballot that was entered", this::takeNote);
        doings.put("cast a sealed ballot", (at, role) -> secrets.cast(at.vote(), Choice.YES));
        doings.put("change a sealed ballot", (at, role) -> {
            if (whole(at.vote()).takesBallots()) {
                before(at, role, Choice.ABSTAIN);
            }
            secrets.cast(at.vote(), Choice.YES);
        });
        doings.put(
                "correct the question",
                (at, role) -> amendments.correct(
                        at.vote(), new Amendments.Heading(whole(at.vote()).title() + " now", "", ""), "A slip."));
        doings.put(
                "correct the links",
                (at, role) -> amendments.correct(
                        at.vote(),
                        new Amendments.Heading(whole(at.vote()).title(), "https://example.org/text", ""),
                        "It moved."));
        doings.put(
                "extend the period",
                (at, role) -> amendments.extend(at.vote(), END.plus(Duration.ofDays(7)), "It is a holiday."));
        doings.put("withdraw", (at, role) -> calls.withdraw(at.vote(), "Not now."));
        doings.put("call another vote on the same", (at, role) -> calls.call(again(at)));
        doings.put(
                "call it again, in its place",
                (at, role) -> calls.call(again(at).replacing(at.vote())));
        doings.put(
                "record an announcement",
                (at, role) -> notices.record(at.vote(), Channel.CHAT, START.plusSeconds(3600), "In the chat."));
        doings.put("take an announcement back", (at, role) -> {
            noticeStore.add(at.vote(), Channel.CHAT, START.plusSeconds(7200), "Here.", Optional.empty(), START);
            notices.takeBack(at.vote(), noticeStore.of(at.vote()).getFirst().id());
        });
        doings.put("mark as presented", (at, role) -> {
            presentationStore.unmark(at.vote(), meeting());
            presentations.mark(at.vote(), meeting());
        });
        doings.put("take back that it was presented", (at, role) -> {
            presentationStore.mark(at.vote(), meeting(), id("birch"), START);
            presentations.unmark(at.vote(), meeting());
        });
        doings.put(
                "set the time-out date", (at, role) -> timeOuts.setTimeOut(at.vote(), DATE.plus(Duration.ofDays(3))));
        doings.put("declare the time-out", (at, role) -> timeOuts.declare(at.vote()));
        doings.put("take the declaration back", (at, role) -> timeOuts.withdrawDeclaration(at.vote()));
        doings.put("verify the time-out", (at, role) -> timeOuts.verify(at.vote()));
        doings.put("record how it ended", (at, role) -> byHand.complete(at.vote(), past(at, whole(at.vote()))));
        doings.put("record a vote of the past on the same", (at, role) -> byHand.record(past(at, START)));
        doings.put("its end comes without a quorum", (at, role) -> comesToItsEnd(at));
        doings.put("its end comes with a quorum", (at, role) -> {
            if (whole(at.vote()).takesBallots()) {
                quorum(at.vote());
            }
            comesToItsEnd(at);
        });
        doings.put("its end comes with all that a time-out asks for", (at, role) -> {
            presentationStore.unmark(at.vote(), meeting());
            jdbc.sql("DELETE FROM vote_notice").update();
            prove(at.vote());
            comesToItsEnd(at);
        });
        doings.put(VoteStateMachine.NOBODY, (at, role) -> timePasses());
        doings.put("its key is lost, and half a year passes", (at, role) -> {
            loseKey(at.vote());
            timePasses();
        });
    }

    private void before(Laid at, Role role, Choice choice) {
        if (members.rosterEntry(role.login()).isPresent()) {
            say(at.vote(), role.login(), choice);
        }
    }

    private void takeNote(Laid at, Role role) {
        members.rosterEntry(role.login())
                .ifPresent(me -> ballots.enter(
                        at.vote(),
                        me.id(),
                        me.name(),
                        Choice.YES,
                        "",
                        Given.VOICE,
                        id("cedar"),
                        START.plusSeconds(60)));
        entered.takeNote(at.vote());
    }

    private Call again(Laid at) {
        return at.call().until(at.now().plus(Duration.ofDays(15)));
    }

    private static PastVote past(Laid at, VoteSummary vote) {
        return past(at, vote.closesAt());
    }

    private static PastVote past(Laid at, Instant before) {
        LocalDate ended = LocalDate.ofInstant(before, ZoneOffset.UTC);
        return new PastVote(
                at.call().proposal(),
                "Accept it",
                Optional.of(new PastVote.Item("conda-forge", "cfep-approval")),
                Optional.of(ended.minusDays(7)),
                Optional.of(ended),
                Result.PASSED,
                false,
                Optional.of(new Tally(8, 1, 0)),
                Optional.of(10),
                "Alder remembers it.",
                "");
    }

    private void comesToItsEnd(Laid at) {
        Instant end = whole(at.vote()).endsAt();
        clock.set(end.isAfter(at.now()) ? end : at.now());
        closer.closeDue();
    }

    private void timePasses() {
        clock.advance(HALF_A_YEAR);
        closer.closeDue();
    }
}
