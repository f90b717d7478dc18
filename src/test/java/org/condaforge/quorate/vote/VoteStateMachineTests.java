package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.VoteStateMachine.Act;
import org.condaforge.quorate.vote.VoteStateMachine.Cell;
import org.condaforge.quorate.vote.VoteStateMachine.Place;
import org.condaforge.quorate.vote.VoteStateMachine.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Drives every cell of [VoteStateMachine] against the services. Each cell acts in a transaction that is
/// rolled back.
@OnH2
@TestPropertySource(properties = "quorate.secretaries=cedar")
class VoteStateMachineTests extends VotingContract {

    private static final Path PAGE = Path.of("docs/voting-states.md");

    /// A vote in its place, and when it is looked at.
    private record Laid(VoteId vote, ProposalNumber proposal, Instant now) {}

    /// Does an act to a vote as whoever is at the keyboard.
    private interface Doing {

        void to(Laid laid, Role role);
    }

    @Autowired
    Presentations presentations;

    @Autowired
    Ballots ballots;

    @Autowired
    MemberService members;

    @Autowired
    TransactionTemplate transaction;

    private final Map<Place, Laid> laid = new EnumMap<>(Place.class);
    private final Map<String, Doing> doings = new HashMap<>();

    @BeforeEach
    void layEveryPlace() {
        Instant later = START.plus(Duration.ofDays(8));
        lay(Place.OVERDUE, later);
        lay(Place.DATED, later);
        lay(Place.CLOSED, later);
        cast(laid(Place.CLOSED).vote(), Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES);
        clock.set(later);
        closer.closeDue();
        SignIn.as("alder");
        timeOuts.setTimeOut(laid(Place.DATED).vote(), START.plus(Duration.ofDays(14)));
        clock.set(START);
        lay(Place.OPEN, START.plus(Duration.ofDays(3)));
        lay(Place.DUE, START.plus(Duration.ofDays(7)));
        lay(Place.WITHDRAWN, later);
        clock.set(START.plus(Duration.ofDays(3)));
        SignIn.as("alder");
        calls.withdraw(laid(Place.WITHDRAWN).vote(), "Not now.");
        SignIn.out();
        ProposalNumber old = proposal(Place.EXPIRED);
        archive.expired(old, LocalDate.of(2020, 3, 11), "The vote ends on 2020-03-11.");
        VoteId expired =
                reader.votesOn(List.of(old)).getOrDefault(old, List.of()).getFirst();
        laid.put(Place.EXPIRED, new Laid(expired, old, START.plus(Duration.ofDays(3))));
    }

    private void lay(Place place, Instant now) {
        ProposalNumber proposal = proposal(place);
        laid.put(place, new Laid(called(approvalOf(proposal, START)), proposal, now));
    }

    private ProposalNumber proposal(Place place) {
        ProposalNumber number = new ProposalNumber(40 + place.ordinal());
        proposals.mentioned(number, "Where seeds are kept", LocalDate.of(2026, 1, 7));
        return number;
    }

    private static Call approvalOf(ProposalNumber proposal, Instant now) {
        return new Call(
                "conda-forge",
                "cfep-approval",
                Optional.of(proposal),
                "Accept " + proposal.label(),
                "Seeds are kept dry.",
                now.plus(Duration.ofDays(7)),
                "");
    }

    private Laid laid(Place place) {
        return Optional.ofNullable(laid.get(place)).orElseThrow();
    }

    /// How each act is done; the names are those of the table.
    @BeforeEach
    void sayHowActsAreDone() {
        doings.put("cast", (at, role) -> casting.cast(at.vote(), Choice.YES, ""));
        doings.put("change a ballot", (at, role) -> {
            members.rosterEntry(role.login())
                    .ifPresent(me -> ballots.put(at.vote(), me.id(), Choice.ABSTAIN, "", START.plusSeconds(60)));
            casting.cast(at.vote(), Choice.YES, "");
        });
        doings.put("recuse oneself", (at, role) -> casting.recuse(at.vote(), "It is mine."));
        doings.put(
                "enter a ballot for a member",
                (at, role) -> casting.castOnBehalf(at.vote(), id("yew"), Choice.YES, "", Given.MAIL));
        doings.put("withdraw", (at, role) -> calls.withdraw(at.vote(), "Not now."));
        doings.put("set the time-out date", (at, role) -> timeOuts.setTimeOut(at.vote(), dateFor(at)));
        doings.put(
                "mark as presented",
                (at, role) -> presentations.mark(
                        at.vote(), LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(2)));
        doings.put("record how it ended", (at, role) -> byHand.complete(at.vote(), known(at)));
        doings.put("call another vote on the same", (at, role) -> calls.call(approvalOf(at.proposal(), at.now())));
    }

    private MemberId id(String login) {
        return members.rosterEntry(login).orElseThrow().id();
    }

    private Instant dateFor(Laid at) {
        Instant proposed = TimeOuts.proposedTimeOut(summary(at.vote()));
        Instant tomorrow = at.now().plus(Duration.ofDays(1));
        return proposed.isAfter(tomorrow) ? proposed : tomorrow;
    }

    private PastVote known(Laid at) {
        LocalDate ended = LocalDate.ofInstant(summary(at.vote()).closesAt(), ZoneOffset.UTC);
        return new PastVote(
                Optional.of(at.proposal()),
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

    @ParameterizedTest
    @FieldSource("org.condaforge.quorate.vote.VoteStateMachine#ACTS")
    void everyActDoesWhatTheTableSaysOrIsRefusedWithItsReason(Act act) {
        SoftAssertions cells = new SoftAssertions();
        for (Place place : Place.values()) {
            for (Role role : Role.values()) {
                cells.assertThat(agreed(act, place, role))
                        .as("%s, %s, by %s", act.name(), place, role)
                        .isEqualTo(act.cell(place, role));
            }
        }
        cells.assertAll();
    }

    /// What the cell says where it is what happens; else what happens.
    private Cell agreed(Act act, Place place, Role role) {
        Cell happened = happens(act, place, role);
        return happened instanceof Cell.Refused(String reason)
                        && act.cell(place, role) instanceof Cell.Refused expected
                        && reason.contains(expected.reason())
                ? expected
                : happened;
    }

    private Cell happens(Act act, Place place, Role role) {
        Laid at = laid(place);
        Doing doing = Optional.ofNullable(doings.get(act.name())).orElseThrow();
        clock.set(at.now());
        try {
            return Optional.ofNullable(transaction.<Cell>execute(status -> {
                        status.setRollbackOnly();
                        assertThat(summary(at.vote()).state()).isEqualTo(place.state());
                        if (role.login().isEmpty()) {
                            SignIn.out();
                        } else {
                            SignIn.as(role.login());
                        }
                        doing.to(at, role);
                        return new Cell.Leads(summary(at.vote()).state());
                    }))
                    .orElseThrow();
        } catch (CallRefused e) {
            return new Cell.Refused(String.join(" ", e.reasons()));
        } catch (RecordRefused e) {
            return new Cell.Refused(String.join(" ", e.reasons()));
        } catch (CastRefused | NotAllowed | IllegalArgumentException e) {
            return new Cell.Refused(String.valueOf(e.getMessage()));
        } finally {
            SignIn.out();
        }
    }

    /// Renew the page with `mvn test -Dtest=VoteStateMachineTests -Dgolden.renew=true` and read what changed.
    @Test
    void thePageIsWrittenFromTheTable() throws IOException {
        if (Boolean.getBoolean("golden.renew")) {
            Files.writeString(PAGE, VoteStateMachine.inMarkdown());
        }
        assertThat(VoteStateMachine.inMarkdown()).isEqualTo(Files.exists(PAGE) ? Files.readString(PAGE) : "");
    }
}
