package org.condaforge.quorate.vote;

import static org.condaforge.quorate.vote.VoteStateMachine.Place.CLOSED;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.DATED;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.DUE;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.EXPIRED;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.OPEN;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.OVERDUE;
import static org.condaforge.quorate.vote.VoteStateMachine.Place.WITHDRAWN;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.ANONYMOUS;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.CALLER;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.CORE;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.EMERITUS;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.OUTSIDER;
import static org.condaforge.quorate.vote.VoteStateMachine.Role.SECRETARY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What people can do to a vote: each act, in each place of a vote's life, by each role, either leads
/// somewhere or is refused with its reason. `VoteStateMachineTests` drives every cell; docs/voting-states.md
/// is written from here.
final class VoteStateMachine {

    /// Where a vote is in its life, more finely than its state says.
    enum Place {
        OPEN("open", VoteState.OPEN),
        DUE("open, deadline passed", VoteState.OPEN),
        OVERDUE("overdue, no date", VoteState.OVERDUE),
        DATED("overdue, with a date", VoteState.OVERDUE),
        CLOSED("closed", VoteState.CLOSED),
        WITHDRAWN("withdrawn", VoteState.WITHDRAWN),
        EXPIRED("expired", VoteState.EXPIRED);

        private final String label;
        private final VoteState state;

        Place(String label, VoteState state) {
            this.label = label;
            this.state = state;
        }

        /// The state of a vote in that place.
        VoteState state() {
            return state;
        }
    }

    /// Who acts.
    enum Role {
        ANONYMOUS("anonymous", ""),
        OUTSIDER("signed in, no member", "nettle"),
        EMERITUS("emeritus", "willow"),
        CORE("core", "birch"),
        CALLER("core, called it", "alder"),
        SECRETARY("core, secretary", "cedar");

        private final String label;
        private final String login;

        Role(String label, String login) {
            this.label = label;
            this.login = login;
        }

        /// Of somebody in that role; empty for nobody.
        String login() {
            return login;
        }
    }

    /// What a cell says.
    sealed interface Cell {

        /// It is done, and the vote is then in that state.
        record Leads(VoteState to) implements Cell {}

        /// It is refused with a message that contains these words.
        record Refused(String reason) implements Cell {}
    }

    /// An act with what it leads to where it is possible, and why it is refused elsewhere and to others.
    ///
    /// @param personFirst which of two reasons is given: that it is not theirs, or that it is not the time
    record Act(
            String name,
            Map<Place, VoteState> leads,
            String elsewhere,
            Map<Place, String> reasons,
            Map<Role, String> others,
            boolean personFirst) {

        Cell cell(Place place, Role role) {
            String notTheirs = others.getOrDefault(role, "");
            VoteState to = leads.get(place);
            boolean possible = to != null;
            if (!notTheirs.isEmpty() && (personFirst || possible)) {
                return new Cell.Refused(notTheirs);
            }
            return to == null ? new Cell.Refused(reasons.getOrDefault(place, elsewhere)) : new Cell.Leads(to);
        }
    }

    private static final Map<Place, VoteState> WHILE_BALLOTS_ARE_TAKEN =
            Map.of(OPEN, VoteState.OPEN, OVERDUE, VoteState.OVERDUE, DATED, VoteState.OVERDUE);

    private static final Map<Role, String> WHO_MAY_NOT_VOTE =
            Map.of(ANONYMOUS, "Sign in to vote.", OUTSIDER, "Only members of core may vote.");

    /// Every act; one that is new gets a line here and its call in `VoteStateMachineTests`.
    static final List<Act> ACTS = List.of(
            new Act(
                    "cast",
                    WHILE_BALLOTS_ARE_TAKEN,
                    "has closed; your ballot was not taken",
                    Map.of(),
                    WHO_MAY_NOT_VOTE,
                    false),
            new Act(
                    "change a ballot",
                    WHILE_BALLOTS_ARE_TAKEN,
                    "has closed; your ballot was not taken",
                    Map.of(),
                    WHO_MAY_NOT_VOTE,
                    false),
            new Act(
                    "recuse oneself",
                    WHILE_BALLOTS_ARE_TAKEN,
                    "has closed; your recusal was not taken",
                    Map.of(),
                    WHO_MAY_NOT_VOTE,
                    false),
            new Act(
                    "enter a ballot for a member",
                    WHILE_BALLOTS_ARE_TAKEN,
                    "has closed; the ballot was not taken",
                    Map.of(),
                    Map.of(
                            ANONYMOUS, "Sign in to enter a ballot for somebody.",
                            OUTSIDER, "Only secretaries may enter a ballot for somebody.",
                            EMERITUS, "Only secretaries may enter a ballot for somebody.",
                            CORE, "Only secretaries may enter a ballot for somebody.",
                            CALLER, "Only secretaries may enter a ballot for somebody."),
                    false),
            new Act(
                    "withdraw",
                    Map.of(
                            OPEN, VoteState.WITHDRAWN,
                            DUE, VoteState.WITHDRAWN,
                            OVERDUE, VoteState.WITHDRAWN,
                            DATED, VoteState.WITHDRAWN),
                    "Only who called a vote may withdraw it, and only before it has ended.",
                    Map.of(),
                    with(
                            notCore("withdraw a vote"),
                            "Only who called a vote may withdraw it, and only before it has ended.",
                            CORE,
                            SECRETARY),
                    true),
            new Act(
                    "set the time-out date",
                    Map.of(OVERDUE, VoteState.OVERDUE, DATED, VoteState.OVERDUE),
                    "Only an overdue vote has a time-out date.",
                    Map.of(),
                    notCore("set a time-out date"),
                    true),
            new Act(
                    "mark as presented",
                    Map.of(
                            OPEN, VoteState.OPEN,
                            DUE, VoteState.OPEN,
                            OVERDUE, VoteState.OVERDUE,
                            DATED, VoteState.OVERDUE,
                            CLOSED, VoteState.CLOSED,
                            WITHDRAWN, VoteState.WITHDRAWN),
                    "",
                    Map.of(EXPIRED, "When this vote opened is not on record"),
                    notCore("mark where a vote was presented"),
                    true),
            new Act(
                    "record how it ended",
                    Map.of(EXPIRED, VoteState.CLOSED),
                    "Only a vote that expired without a result, or was written down by hand, can be completed.",
                    Map.of(OPEN, "which is still to come"),
                    notCore("complete the record of a vote"),
                    true),
            new Act(
                    "call another vote on the same",
                    Map.of(CLOSED, VoteState.CLOSED, WITHDRAWN, VoteState.WITHDRAWN, EXPIRED, VoteState.EXPIRED),
                    "There is an active vote on this already; only one at a time.",
                    Map.of(),
                    notCore("call a vote"),
                    true));

    private VoteStateMachine() {}

    private static Map<Role, String> notCore(String act) {
        return Map.of(
                ANONYMOUS, "Sign in to %s.".formatted(act),
                OUTSIDER, "Only active core members may %s.".formatted(act),
                EMERITUS, "Only active core members may %s.".formatted(act));
    }

    private static Map<Role, String> with(Map<Role, String> some, String reason, Role... more) {
        Map<Role, String> all = new EnumMap<>(some);
        Arrays.stream(more).forEach(role -> all.put(role, reason));
        return Map.copyOf(all);
    }

    /// All of it as Markdown: a table for each act, a row for each role, refusals by letters that stand below
    /// it.
    static String inMarkdown() {
        StringBuilder page = new StringBuilder("""
                # What people can do to a vote, and when

                Written by `VoteStateMachineTests` from the table that it drives against the services; do not edit. A
                cell names the state in which the vote is afterwards, or the letter of the reason why it is refused.
                """);
        ACTS.forEach(act -> page.append(table(act)));
        return page.toString();
    }

    private static String table(Act act) {
        List<String> reasons = new ArrayList<>();
        StringBuilder table = new StringBuilder("\n## %s\n\n".formatted(capital(act.name())));
        table.append(
                row("", Arrays.stream(Place.values()).map(place -> place.label).toList()));
        table.append(
                row("---", Arrays.stream(Place.values()).map(place -> "---").toList()));
        for (Role role : Role.values()) {
            table.append(row(
                    role.label,
                    Arrays.stream(Place.values())
                            .map(place -> switch (act.cell(place, role)) {
                                case Cell.Leads(VoteState to) -> to.label();
                                case Cell.Refused(String reason) -> letter(reasons, reason);
                            })
                            .toList()));
        }
        table.append('\n');
        for (String reason : reasons) {
            table.append("- %s: %s\n".formatted(letter(reasons, reason), sentence(reason)));
        }
        return table.toString();
    }

    private static String letter(List<String> reasons, String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return String.valueOf((char) ('A' + reasons.indexOf(reason)));
    }

    private static String row(String head, List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| %s | ".formatted(head), " |\n"));
    }

    private static String sentence(String reason) {
        return Character.isLowerCase(reason.charAt(0)) ? "… %s".formatted(reason) : reason;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
