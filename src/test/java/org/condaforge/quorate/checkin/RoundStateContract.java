package org.condaforge.quorate.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.checkin.Answer.Choice;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.CheckInPolicy.Asking;
import org.condaforge.quorate.policy.CheckInPolicy.Silence;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.Channel;
import org.junit.jupiter.api.Test;

/// Every act, by everybody, at every point of a round's life: what it leads to, or why it is refused.
abstract class RoundStateContract extends RoundContract {

    /// A point in the life of a round.
    private enum At {
        OPENING,
        LAST_MOMENT,
        END_NOT_LOOKED_AT,
        OVER,
        APPLIED,
        RECENT_NO_MORE
    }

    private enum Who {
        ANONYMOUS(""),
        OUTSIDER("nettle"),
        EMERITUS("willow"),
        ASKED("ash"),
        ASKED_AND_LEFT("beech"),
        JOINED_LATER("yew");

        private final String login;

        Who(String login) {
            this.login = login;
        }
    }

    private enum What {
        ANSWER_ACTIVE,
        ANSWER_EMERITUS,
        ANNOUNCE,
        APPLY,
        UNDO,
        OPEN_ANOTHER,
        KEEP
    }

    @Test
    void leadsToTheStateItShouldOrIsRefusedAndChangesNothing() {
        for (boolean byItself : new boolean[] {true, false}) {
            for (At at : At.values()) {
                if (byItself && at == At.OVER) {
                    continue; // Never over without being applied.
                }
                for (What what : What.values()) {
                    for (Who who : Who.values()) {
                        check(byItself, at, what, who);
                    }
                }
            }
        }
    }

    private void check(boolean byItself, At at, What what, Who who) {
        String cell = "%s at %s by %s, ends by %s".formatted(what, at, who, byItself ? "itself" : "secretary");
        RoundId round = round(byItself, at);
        Round.State before = detail(round).round().state();
        String expected = expected(byItself, at, what, who);
        sign(who.login);
        var everything = community.everything();
        if (expected.endsWith(".") || expected.endsWith("…")) {
            String reason = expected.replace("…", "");
            assertThatThrownBy(() -> act(round, what)).as(cell).hasMessageContaining(reason);
            assertThat(community.everything()).as(cell).isEqualTo(everything);
        } else {
            act(round, what);
            assertThat(detail(round).round().state().name())
                    .as(cell)
                    .isEqualTo(expected.isEmpty() ? before.name() : expected);
        }
        SignIn.out();
    }

    private void act(RoundId round, What what) {
        switch (what) {
            case ANSWER_ACTIVE -> checkIns.answer(round, Choice.ACTIVE, Optional.empty());
            case ANSWER_EMERITUS -> checkIns.answer(round, Choice.EMERITUS, Optional.empty());
            case ANNOUNCE -> checkIns.announce(round, Channel.CHAT, clock.instant(), "https://chat.example.org/2");
            case APPLY -> checkIns.apply(round);
            case UNDO ->
                checkIns.undo(round, members.byLogin("cedar").orElseThrow().id(), "A mistake.");
            case OPEN_ANOTHER -> checkIns.open("quarterly");
            case KEEP -> keeper.keep();
        }
    }

    /// A state after success, nothing where it stays as it was, or the reason why it is refused.
    private static String expected(boolean byItself, At at, What what, Who who) {
        boolean taken = at == At.OPENING || at == At.LAST_MOMENT;
        return switch (what) {
            case ANSWER_ACTIVE, ANSWER_EMERITUS ->
                switch (who) {
                    case ANONYMOUS -> "Sign in to answer the check-in.";
                    case OUTSIDER -> "Only members of core, emeritus ones included, may answer the check-in.";
                    case EMERITUS, JOINED_LATER -> "asks those who were active when it opened, on 2026-03-02.";
                    case ASKED -> taken ? "" : "no answer is taken any more.…";
                    case ASKED_AND_LEFT ->
                        taken
                                ? "Your standing has changed since this check-in opened…"
                                : "no answer is taken any more.…";
                };
            case KEEP -> at == At.END_NOT_LOOKED_AT ? (byItself ? "APPLIED" : "OVER") : "";
            case ANNOUNCE, APPLY, UNDO, OPEN_ANOTHER ->
                secretary(who) ? bySecretary(at, what) : who == Who.ANONYMOUS ? "Sign in to…" : "Only secretaries may…";
        };
    }

    /// No secretary is named: whoever is active is one.
    private static boolean secretary(Who who) {
        return who == Who.JOINED_LATER || who == Who.ASKED;
    }

    private static String bySecretary(At at, What what) {
        return switch (what) {
            case ANNOUNCE -> at == At.OPENING || at == At.LAST_MOMENT ? "" : "has ended: what was announced stays…";
            case APPLY ->
                switch (at) {
                    case OPENING, LAST_MOMENT -> "takes answers until 2026-03-09.";
                    case END_NOT_LOOKED_AT, OVER -> "APPLIED";
                    case APPLIED, RECENT_NO_MORE -> "was carried out already.";
                };
            case UNDO ->
                switch (at) {
                    case APPLIED -> "";
                    case RECENT_NO_MORE -> "ended more than 28 days ago.…";
                    case OPENING, LAST_MOMENT, END_NOT_LOOKED_AT, OVER -> "did not change the standing of Cedar…";
                };
            case OPEN_ANOTHER ->
                switch (at) {
                    case OPENING, LAST_MOMENT, END_NOT_LOOKED_AT -> "nobody is asked twice at once.";
                    case OVER -> "Carry out its end first.";
                    case APPLIED, RECENT_NO_MORE -> "";
                };
            case ANSWER_ACTIVE, ANSWER_EMERITUS, KEEP -> throw new IllegalArgumentException(what.name());
        };
    }

    /// A round of a week at that point. Ash has answered active, Beech became emeritus, Yew joined, Cedar
    /// says nothing.
    private RoundId round(boolean byItself, At at) {
        lay();
        RoundId round = openWith(new Asking(Duration.ofDays(7), Silence.EMERITUS, byItself, true));
        answer("ash", round, Choice.ACTIVE, Optional.empty());
        clock.advance(Duration.ofDays(1));
        as("beech", () -> own.becomeEmeritus(Optional.empty()));
        members.take(new RosterFile.Row("yew", Optional.empty(), "Yew", Map.of(), 1), Standing.ACTIVE, "a decision");
        var end = detail(round).round().endsAt();
        switch (at) {
            case OPENING -> {}
            case LAST_MOMENT -> clock.set(end.minusNanos(1_000));
            case END_NOT_LOOKED_AT -> clock.set(end);
            case OVER, APPLIED, RECENT_NO_MORE -> {
                clock.set(end);
                if (byItself || at == At.OVER) {
                    keeper.keep();
                } else {
                    as("ash", () -> checkIns.apply(round));
                }
                if (at == At.RECENT_NO_MORE) {
                    clock.set(end.plus(Round.RECENT));
                }
            }
        }
        return round;
    }
}
