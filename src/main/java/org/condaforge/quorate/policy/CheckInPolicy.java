package org.condaforge.quorate.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/// How a community asks its members whether they stay active, as its page states it.
///
/// @param cadences the rounds in which all active members are asked, in the order of the page
/// @param inactivity when a single member is asked because nothing was seen of them; empty where nobody is
/// @param comeBack how emeritus members become active again; whether they may vote is said of the electorate
public record CheckInPolicy(List<Cadence> cadences, Optional<Inactivity> inactivity, ComeBack comeBack) {

    public CheckInPolicy {
        cadences = List.copyOf(cadences);
    }

    /// The cadence of that name.
    public Optional<Cadence> cadence(String name) {
        return cadences.stream().filter(cadence -> cadence.name().equals(name)).findFirst();
    }

    /// A round that comes again and again.
    ///
    /// @param name unique within the policy: `yearly`
    public record Cadence(String name, Every every, Asking asking) {}

    /// Asking those of whom nothing was seen.
    ///
    /// @param after how long nothing was seen
    public record Inactivity(Period after, Asking asking) {}

    /// What holds for everybody who is asked.
    ///
    /// @param timeToAnswer from the question to the end of its round
    /// @param silence what no answer means
    /// @param byItself whether the end changes standings by itself; otherwise a secretary has to confirm it
    /// @param noticesRequired whether those asked are told on chat and by mail at the start, in the middle and
    ///     in the last days, as a time-out wants it of a vote
    public record Asking(Duration timeToAnswer, Silence silence, boolean byItself, boolean noticesRequired) {}

    /// How often a round comes.
    public enum Every {
        /// On the first day of January, April, July and October.
        QUARTER(3),
        /// On the first day of the year.
        YEAR(12);

        private final int months;

        Every(int months) {
            this.months = months;
        }

        /// The last day on or before `day` on which a round begins.
        public LocalDate beginningOf(LocalDate day) {
            int month = day.getMonthValue() - 1;
            return LocalDate.of(day.getYear(), month - month % months + 1, 1);
        }

        /// The first day after `day` on which a round begins.
        public LocalDate beginningAfter(LocalDate day) {
            return beginningOf(day).plusMonths(months);
        }

        /// The shortest time, in days, from one beginning to the next.
        int days() {
            return this == QUARTER ? 90 : 365;
        }
    }

    /// What it means that somebody did not answer.
    public enum Silence {
        /// It shows, and that is all.
        NOTHING,
        /// They become emeritus.
        EMERITUS
    }

    /// How an emeritus member becomes active again.
    public enum ComeBack {
        /// By saying so.
        AT_WILL,
        /// Through a secretary, who looks at what else the source asks for.
        BY_SECRETARY
    }
}
