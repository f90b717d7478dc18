package org.condaforge.quorate.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.policy.CheckInPolicy.Silence;

/// A round of the check-in.
///
/// @param cadence empty for an inquiry
/// @param dueAt when the schedule had it: before its opening where the application was down, or another round
///     was open
/// @param endsAt the first instant at which no answer is taken
/// @param silence what no answer means, by the page when it opened, as the next two
/// @param byItself whether the end changes standings by itself
/// @param noticesRequired whether it has to be announced on chat and by mail
/// @param appliedAt when its end was carried out
public record Round(
        RoundId id,
        Kind kind,
        String policy,
        Optional<String> cadence,
        String title,
        Instant dueAt,
        Instant openedAt,
        Instant endsAt,
        Silence silence,
        boolean byItself,
        boolean noticesRequired,
        State state,
        Optional<Instant> appliedAt) {

    /// For how long what the end did can be undone. Four weeks, as long as people had to answer.
    public static final Duration RECENT = Duration.ofDays(28);

    /// Whom a round asks.
    public enum Kind {
        /// Every active member.
        EVERYBODY,
        /// Members of whom nothing was seen for long.
        INQUIRY
    }

    /// How far it is.
    public enum State {
        /// Answers are taken.
        OPEN("open"),
        /// No more answers; a secretary has yet to carry out the end.
        OVER("over, not applied"),
        /// Its end was carried out.
        APPLIED("ended");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /// The state in a word or two.
        public String label() {
            return label;
        }
    }

    /// Whether answers are taken at that instant.
    public boolean takesAnswersAt(Instant now) {
        return state == State.OPEN && now.isBefore(endsAt);
    }

    /// Whether what its end did can be undone at that instant.
    public boolean recentAt(Instant now) {
        return appliedAt.map(at -> now.isBefore(at.plus(RECENT))).orElse(false);
    }
}
