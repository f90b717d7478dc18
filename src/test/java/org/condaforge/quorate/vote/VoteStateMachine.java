package org.condaforge.quorate.vote;

import static org.condaforge.quorate.vote.VoteStateGate.always;
import static org.condaforge.quorate.vote.VoteStateGate.callers;
import static org.condaforge.quorate.vote.VoteStateGate.core;
import static org.condaforge.quorate.vote.VoteStateGate.in;
import static org.condaforge.quorate.vote.VoteStateGate.notIn;
import static org.condaforge.quorate.vote.VoteStateGate.only;
import static org.condaforge.quorate.vote.VoteStateGate.signedIn;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.CLOSED;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.DATED;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.DATE_DUE;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.DECLARED;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.DUE;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.EXPIRED;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.OPEN;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.OVERDUE;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.UNOPENED;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.WAITS;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.WITHDRAWN;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.ANONYMOUS;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.APPLICATION;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.AUTHOR;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.CALLER;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.CORE;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.DECLARER;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.EMERITUS;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.EMERITUS_CALLER;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.SECRETARY;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What people, and time, can do to a vote: each act, in each place of a vote's life, by each role, either leads
/// somewhere or is refused with its reason. `VoteStateMachineTests` drives every cell against the services;
/// docs/voting-states.md is written from here by [VoteStatePage].
final class VoteStateMachine {

    /// Where a vote is in its life, more finely than its state says.
    enum Place {
        OPEN("open"),
        DUE("open, deadline passed"),
        OVERDUE("overdue, no date"),
        DATED("overdue, with a date"),
        DATE_DUE("overdue, date passed"),
        WAITS("waits for its declaration"),
        DECLARED("declared"),
        CLOSED("closed"),
        UNOPENED("cannot be opened"),
        WITHDRAWN("withdrawn"),
        EXPIRED("expired");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        /// The words for people.
        String label() {
            return label;
        }
    }

    /// Who acts.
    enum Role {
        ANONYMOUS("anonymous", ""),
        OUTSIDER("signed in, no member", "nettle"),
        AUTHOR("no member, wrote the CFEP and called it", "sorrel"),
        EMERITUS("emeritus", "willow"),
        EMERITUS_CALLER("emeritus, called it", "yew"),
        CORE("core", "birch"),
        CALLER("core, called it", "alder"),
        DECLARER("core, declared its time-out", "dogwood"),
        SECRETARY("core, secretary", "cedar"),
        APPLICATION("the application", "");

        private final String label;
        private final String login;

        Role(String label, String login) {
            this.label = label;
            this.login = login;
        }

        /// The words for people.
        String label() {
            return label;
        }

        /// Of somebody in that role; empty for nobody.
        String login() {
            return login;
        }

        /// Who called the votes to which somebody in that role does something.
        String caller() {
            return this == AUTHOR || this == EMERITUS_CALLER ? login : CALLER.login;
        }
    }

    /// A kind of vote, with the places of its life and those who may meet it.
    enum Kind {
        STANDARD,
        SENSITIVE;

        /// The words for people.
        String label() {
            return this == STANDARD ? "Standard votes" : "Sensitive votes";
        }

        Set<Place> places() {
            return EnumSet.complementOf(EnumSet.of(this == STANDARD ? UNOPENED : EXPIRED));
        }

        /// Who can do that act. A sensitive vote is linked to no CFEP, which could have an author.
        Set<Role> roles(Act act) {
            if (act.method().isEmpty()) {
                return EnumSet.of(APPLICATION);
            }
            Set<Role> people = EnumSet.range(ANONYMOUS, SECRETARY);
            if (this == SENSITIVE) {
                people.remove(AUTHOR);
            }
            return people;
        }

        List<Act> acts() {
            return this == STANDARD ? OF_STANDARD_VOTES : OF_SENSITIVE_VOTES;
        }
    }

    /// What a cell says.
    sealed interface Cell {

        /// It is done, and the vote is then there.
        record Leads(Place to) implements Cell {}

        /// It is refused with a message that contains these words.
        record Refused(String reason) implements Cell {}
    }

    /// An act with what stands in its way, in the order in which it is said, and where it leads.
    ///
    /// @param method `Service.method`; empty for what time does
    /// @param leads where a vote goes; it stays where it is from places that are not named
    record Act(String name, String method, List<VoteStateGate> gates, Map<Place, Place> leads) {

        Cell cell(Place place, Role role) {
            return gates.stream()
                    .flatMap(gate -> gate.refuses(place, role).stream())
                    .findFirst()
                    .<Cell>map(Cell.Refused::new)
                    .orElseGet(() -> new Cell.Leads(leads.getOrDefault(place, place)));
        }

        private Act to(Place to, Place... from) {
            Map<Place, Place> all = new java.util.EnumMap<>(Place.class);
            all.putAll(leads);
            Stream.of(from).forEach(place -> all.put(place, to));
            return new Act(name, method, gates, Map.copyOf(all));
        }
    }

    private static Act act(String name, String method, VoteStateGate... gates) {
        return new Act(name, method, List.of(gates), Map.of());
    }

    private static Act time(String name) {
        return act(name, "");
    }

    private static final Set<Place> TAKES_BALLOTS = EnumSet.of(OPEN, OVERDUE, DATED);
    private static final Set<Place> COUNTING = EnumSet.of(DUE, DATE_DUE);
    private static final Set<Place> TIMING_OUT = EnumSet.of(WAITS, DECLARED);
    private static final Set<Place> NOT_ENDED = EnumSet.range(OPEN, DECLARED);
    private static final Set<Place> ENDED = EnumSet.range(CLOSED, EXPIRED);
    private static final Set<Place> ENDED_HERE = EnumSet.range(CLOSED, WITHDRAWN);

    static final Set<Role> ACTIVE = EnumSet.range(CORE, SECRETARY);
    private static final Set<Role> MEMBERS = EnumSet.range(EMERITUS, SECRETARY);
    static final Set<Role> CALLERS = EnumSet.of(AUTHOR, EMERITUS_CALLER, CALLER);

    private static final VoteStateGate VOTER = signedIn("vote").then(only(MEMBERS, "Only members of core may vote."));
    private static final VoteStateGate ENTERS = signedIn("enter a ballot for somebody")
            .then(only(EnumSet.of(SECRETARY), "Only secretaries may enter a ballot for somebody."));
    private static final VoteStateGate MAY_CALL = signedIn("call a vote")
            .then((place, role) -> ACTIVE.contains(role) || role == AUTHOR
                    ? Optional.empty()
                    : Optional.of("Only active core members may call a vote."));
    private static final String NOT_THEIRS_TO_WITHDRAW =
            "Only who called a vote may withdraw it, and only while it takes ballots.";
    private static final VoteStateGate NOT_COUNTED =
            notIn(COUNTING, "The vote has reached its end and is being counted. Look at it again in a moment.");
    private static final VoteStateGate TIMES_OUT =
            in(TIMING_OUT, "Only an overdue vote that met the conditions of a time-out at its date can be timed out.");

    private static VoteStateGate takes(String what) {
        return in(TAKES_BALLOTS, "has closed; %s was not taken".formatted(what));
    }

    private static VoteStateGate keeper(String act) {
        return signedIn(act).then(callers("Only who called a vote, or a secretary, may %s.".formatted(act), SECRETARY));
    }

    /// What a vote comes to by itself.
    static final String NOBODY = "nobody does anything for half a year";

    /// What can be done to votes of every kind.
    private static final List<Act> OF_ALL_VOTES = List.of(
            act("correct the question", "Amendments.correct", keeper("correct it"), takesToAmend()),
            act("correct the links", "Amendments.correct", keeper("correct it"), takesToAmend()),
            act(
                    "extend the period",
                    "Amendments.extend",
                    keeper("extend it"),
                    in(EnumSet.of(OPEN), "The deadline was not moved: the vote has ended")),
            act(
                            "withdraw",
                            "VoteCalls.withdraw",
                            signedIn("withdraw a vote"),
                            callers(NOT_THEIRS_TO_WITHDRAW),
                            in(TAKES_BALLOTS, NOT_THEIRS_TO_WITHDRAW))
                    .to(WITHDRAWN, OPEN, OVERDUE, DATED),
            act(
                            "call it again, in its place",
                            "VoteCalls.call",
                            MAY_CALL,
                            (place, role) -> NOT_ENDED.contains(place) && !CALLERS.contains(role)
                                    ? Optional.of(
                                            "has not ended, and only who called it may withdraw it and call it again.")
                                    : Optional.empty(),
                            notIn(EnumSet.of(DUE, DATE_DUE, WAITS, DECLARED), NOT_THEIRS_TO_WITHDRAW))
                    .to(WITHDRAWN, OPEN, OVERDUE, DATED),
            act(
                    "call another vote on the same",
                    "VoteCalls.call",
                    MAY_CALL,
                    notIn(NOT_ENDED, "There is an active vote on this already")),
            act(
                    "record an announcement",
                    "VoteNotices.record",
                    core("record the announcement of a vote"),
                    notIn(ENDED, "what counted for it stays as it was."),
                    NOT_COUNTED),
            act(
                    "take an announcement back",
                    "VoteNotices.takeBack",
                    core("take back the announcement of a vote"),
                    notIn(ENDED, "what counted for it stays as it was."),
                    NOT_COUNTED),
            act(
                    "mark as presented",
                    "Presentations.mark",
                    core("mark where a vote was presented"),
                    notIn(EnumSet.of(EXPIRED), "When this vote opened is not on record"),
                    notIn(ENDED_HERE, "what counted for it stays as it was."),
                    NOT_COUNTED),
            act(
                    "take back that it was presented",
                    "Presentations.unmark",
                    core("take back where a vote was presented"),
                    notIn(ENDED_HERE, "what counted for it stays as it was."),
                    NOT_COUNTED),
            act(
                            "set the time-out date",
                            "TimeOuts.setTimeOut",
                            core("set a time-out date"),
                            in(
                                    EnumSet.of(OVERDUE, DATED),
                                    "Only an overdue vote has a time-out date, and none once that date has come."))
                    .to(DATED, OVERDUE),
            act(
                            "declare the time-out",
                            "TimeOuts.declare",
                            core("declare a time-out"),
                            TIMES_OUT,
                            in(EnumSet.of(WAITS), "declared already; another core member verifies it."))
                    .to(DECLARED, WAITS),
            act(
                            "take the declaration back",
                            "TimeOuts.withdrawDeclaration",
                            core("take a declaration back"),
                            TIMES_OUT,
                            in(EnumSet.of(DECLARED), "Only who declared a time-out takes that back"),
                            only(EnumSet.of(DECLARER), "Only who declared a time-out takes that back"))
                    .to(WAITS, DECLARED),
            act(
                            "verify the time-out",
                            "TimeOuts.verify",
                            core("verify a time-out"),
                            TIMES_OUT,
                            in(EnumSet.of(DECLARED), "The time-out of this vote is not declared."),
                            only(
                                    EnumSet.complementOf(EnumSet.of(DECLARER)),
                                    "You declared this time-out; another core member verifies it."))
                    .to(CLOSED, DECLARED),
            act(
                            "record how it ended",
                            "RecordsByHand.complete",
                            core("complete the record of a vote"),
                            in(
                                    EnumSet.of(EXPIRED),
                                    "Only a vote that expired without a result, or was written down by hand, can be completed."))
                    .to(CLOSED, EXPIRED),
            time("its end comes without a quorum").to(OVERDUE, OPEN, DUE).to(CLOSED, DATED, DATE_DUE),
            time("its end comes with a quorum").to(CLOSED, OPEN, DUE, DATED, DATE_DUE),
            time("its end comes with all that a time-out asks for").to(WAITS, OPEN, DUE, DATED, DATE_DUE),
            time(NOBODY).to(CLOSED, NOT_ENDED.toArray(Place[]::new)));

    private static VoteStateGate takesToAmend() {
        return in(TAKES_BALLOTS, "The vote takes no more ballots: what it was called stays on record as it is.");
    }

    /// An act that is new gets a line here or above, and its call in `VoteStateMachineTests`.
    private static final List<Act> OF_STANDARD_VOTES = concat(
            List.of(
                    act("cast", "Casting.cast", takes("your ballot"), VOTER),
                    act("change a ballot", "Casting.cast", takes("your ballot"), VOTER),
                    act("recuse oneself", "Casting.recuse", takes("your recusal"), VOTER),
                    act("enter a ballot for a member", "Casting.castOnBehalf", takes("the ballot"), ENTERS),
                    act(
                            "take note of a ballot that was entered",
                            "EnteredBallots.takeNote",
                            signedIn("take note of your ballot"),
                            only(MEMBERS, "Ballots are entered for members of core only")),
                    act(
                            "cast a sealed ballot",
                            "SecretBallots.cast",
                            always("The ballots of this vote are not secret: cast yours with your name.")),
                    act("record a vote of the past on the same", "RecordsByHand.record", core("record a vote"))),
            OF_ALL_VOTES);

    private static final List<Act> OF_SENSITIVE_VOTES = concat(
            List.of(
                    act("cast a sealed ballot", "SecretBallots.cast", takes("your ballot"), VOTER),
                    act("change a sealed ballot", "SecretBallots.cast", takes("your ballot"), VOTER),
                    act("recuse oneself", "Casting.recuse", takes("your recusal"), VOTER),
                    act(
                            "cast",
                            "Casting.cast",
                            takes("your ballot"),
                            VOTER,
                            always("This vote is sensitive: its ballots are sealed")),
                    act(
                            "enter a ballot for a member",
                            "Casting.castOnBehalf",
                            takes("the ballot"),
                            ENTERS,
                            always("In a sensitive vote nobody casts for somebody else."))),
            concat(
                    OF_ALL_VOTES,
                    List.of(time("its key is lost, and half a year passes")
                            .to(UNOPENED, NOT_ENDED.toArray(Place[]::new)))));

    private static List<Act> concat(List<Act> some, List<Act> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private VoteStateMachine() {}
}
