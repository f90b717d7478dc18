package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.Trees;
import org.condaforge.quorate.vote.VoteStateMachine.Kind;
import org.condaforge.quorate.vote.VoteStateMachine.Place;
import org.condaforge.quorate.vote.VoteStateMachine.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A vote in each place of [VoteStateMachine], of each kind and for each who may have called it: open for fifteen
/// days, with one yes and one no.
abstract class VoteStateStage extends VotingContract {

    static final Instant END = START.plus(Duration.ofDays(15));
    static final Instant DATE = START.plus(Duration.ofDays(22));
    private static final Duration DAY = Duration.ofDays(1);

    /// A vote in its place.
    ///
    /// @param now when it is looked at
    record Laid(VoteId vote, Call call, Instant now) {}

    private record Key(Kind kind, Place place, String caller) {}

    @Autowired
    SecretBallots secrets;

    @Autowired
    Ballots ballots;

    @Autowired
    SealedBox box;

    @Autowired
    NoticeStore noticeStore;

    @Autowired
    PresentationStore presentationStore;

    @Autowired
    MeetingCalendar calendar;

    @Autowired
    MemberService members;

    @Autowired
    VoteEnding ending;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final Map<Key, Laid> laid = new HashMap<>();

    void layEveryPlace() {
        for (Kind kind : Kind.values()) {
            for (Role role : kind.roles(kind.acts().getFirst())) {
                for (Place place : kind.places()) {
                    laid.computeIfAbsent(
                            new Key(kind, place, role.caller()),
                            key -> Optional.ofNullable(transaction.execute(status -> lay(key)))
                                    .orElseThrow());
                }
            }
        }
        SignIn.out();
    }

    Laid laid(Kind kind, Place place, Role role) {
        return Optional.ofNullable(laid.get(new Key(kind, place, role.caller())))
                .orElseThrow();
    }

    private Laid lay(Key key) {
        clock.set(START);
        Call call = call(key, 10 + laid.size());
        if (key.place() == Place.EXPIRED) {
            ProposalNumber number = call.proposal().orElseThrow();
            archive.expired(number, LocalDate.of(2020, 3, 11), "The vote ends on 2020-03-11.");
            VoteId expired = reader.votesOn(List.of(number))
                    .getOrDefault(number, List.of())
                    .getFirst();
            return new Laid(expired, call, START.plus(DAY.multipliedBy(3)));
        }
        boolean author = key.caller().equals(Role.AUTHOR.login());
        String caller = author ? key.caller() : Role.CALLER.login();
        SignIn.as(caller);
        VoteId vote = calls.call(call);
        say(vote, "beech", Choice.YES);
        say(vote, "cherry", Choice.NO);
        Instant now = bring(vote, key.place(), caller);
        if (!caller.equals(key.caller())) {
            // Who called it has become emeritus.
            jdbc.sql("UPDATE vote SET called_by = :member WHERE id = :id")
                    .param("member", id(key.caller()).number())
                    .param("id", vote.number())
                    .update();
        }
        return new Laid(vote, call, now);
    }

    private Call call(Key key, int number) {
        return switch (key.kind()) {
            case STANDARD -> {
                ProposalNumber proposal = proposal(number);
                yield new Call(
                        "conda-forge",
                        "cfep-approval",
                        Optional.of(proposal),
                        "Accept " + proposal.label(),
                        "Seeds are kept dry.",
                        END,
                        "");
            }
            case SENSITIVE ->
                new Call(
                                "conda-forge",
                                "core-nomination",
                                Optional.empty(),
                                "Nominate tree " + number,
                                "It plants a lot.",
                                END,
                                "Ten years of pruning.")
                        .about("tree-" + number);
        };
    }

    private ProposalNumber proposal(int number) {
        String content = """
                <table>
                <tr><td> Title </td><td> Where seeds are kept </td></tr>
                <tr><td> Status </td><td> Proposed </td></tr>
                <tr><td> Author(s) </td><td> Sorrel &lt;@%s&gt; </td></tr>
                </table>

                Seeds are kept dry.
                """.formatted(Role.AUTHOR.login());
        String name = "cfep-%02d.md".formatted(number);
        try {
            proposals.take(CfepFile.parse(content, name), name, content);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
        return new ProposalNumber(number);
    }

    /// Brings an open vote to that place.
    ///
    /// @return when it is there
    private Instant bring(VoteId vote, Place place, String caller) {
        Instant afterEnd = END.plus(DAY);
        switch (place) {
            case OPEN -> {
                return START.plus(DAY.multipliedBy(3));
            }
            case DUE -> {
                return END;
            }
            case OVERDUE -> endAt(vote, END);
            case DATED, DATE_DUE -> {
                endAt(vote, END);
                clock.set(afterEnd);
                SignIn.as("birch");
                timeOuts.setTimeOut(vote, DATE);
                return place == Place.DATED ? afterEnd : DATE;
            }
            case WAITS -> waits(vote);
            case DECLARED -> {
                waits(vote);
                clock.set(afterEnd);
                SignIn.as(Role.DECLARER.login());
                timeOuts.declare(vote);
            }
            case CLOSED -> {
                quorum(vote);
                endAt(vote, END);
            }
            case UNOPENED -> {
                loseKey(vote);
                endAt(vote, END);
            }
            case WITHDRAWN -> {
                clock.set(START.plus(DAY.multipliedBy(3)));
                SignIn.as(caller);
                calls.withdraw(vote, "Not now.");
                return START.plus(DAY.multipliedBy(4));
            }
            case EXPIRED -> throw new IllegalArgumentException("nobody called it");
        }
        return afterEnd;
    }

    private void waits(VoteId vote) {
        prove(vote);
        endAt(vote, END);
    }

    private void endAt(VoteId vote, Instant at) {
        clock.set(at);
        transaction.executeWithoutResult(status -> ending.catchUp(vote, at));
    }

    /// Puts a member's ballot where it belongs, whatever the time.
    void say(VoteId vote, String login, Choice choice) {
        if (whole(vote).isPublic()) {
            ballots.put(vote, id(login), choice, "It would not grow.", START.plusSeconds(60));
        } else {
            box.put(vote, id(login), choice);
        }
    }

    /// Seven of ten say yes.
    void quorum(VoteId vote) {
        for (int i = 0; i < 7; i++) {
            say(vote, Trees.login(i), Choice.YES);
        }
    }

    /// Everything that a time-out asks for, up to the end of that vote.
    void prove(VoteId vote) {
        for (Instant at = START.plus(DAY.dividedBy(2)); at.isBefore(whole(vote).endsAt()); at = at.plus(DAY)) {
            for (Channel channel : Channel.values()) {
                noticeStore.add(vote, channel, at, "https://example.org/notice", Optional.of(id("birch")), at);
            }
        }
        presentationStore.mark(vote, meeting(), id("birch"), START);
    }

    /// As when the file of its key was removed.
    void loseKey(VoteId vote) {
        jdbc.sql("UPDATE secret_vote SET key_name = :name WHERE vote_id = :id")
                .param("name", UUID.randomUUID().toString())
                .param("id", vote.number())
                .update();
    }

    /// The first core meeting after the opening.
    LocalDate meeting() {
        return LocalDate.ofInstant(calendar.firstMeeting(START, END).orElseThrow(), ZoneOffset.UTC);
    }

    MemberId id(String login) {
        return members.rosterEntry(login).orElseThrow().id();
    }

    VoteSummary whole(VoteId vote) {
        return reader.whole(vote).orElseThrow();
    }

    /// Where a vote is, by what is stored and the clock.
    Place placeOf(VoteId vote) {
        record Row(boolean met, boolean declared) {}
        Instant now = clock.instant();
        VoteSummary known = whole(vote);
        Row row = jdbc.sql("SELECT time_out_met, declared_by FROM vote WHERE id = :id")
                .param("id", vote.number())
                .query((found, i) -> new Row(
                        found.getBoolean("time_out_met"),
                        Utc.maybeLong(found, "declared_by").isPresent()))
                .single();
        return switch (known.state()) {
            case OPEN -> known.closesAt().isAfter(now) ? Place.OPEN : Place.DUE;
            case OVERDUE ->
                switch (TimeOutStage.of(known.state(), known.timeOutAt(), row.met(), row.declared())) {
                    case DATE_MISSING -> Place.OVERDUE;
                    case RUNNING -> known.endsAt().isAfter(now) ? Place.DATED : Place.DATE_DUE;
                    case WAITS -> Place.WAITS;
                    case DECLARED -> Place.DECLARED;
                    case OPEN, ENDED -> throw new AssertionError(known);
                };
            case CLOSED -> known.result().equals(Optional.of(Result.UNOPENED)) ? Place.UNOPENED : Place.CLOSED;
            case WITHDRAWN -> Place.WITHDRAWN;
            case EXPIRED -> Place.EXPIRED;
        };
    }
}
