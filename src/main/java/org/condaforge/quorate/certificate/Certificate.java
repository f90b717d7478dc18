package org.condaforge.quorate.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.Tally;

/// What is certified of an ended vote: enough to count it again without the database it was held in.
///
/// @param timeOut who declared and verified it, where the vote was timed out
/// @param journal where its end stands in the journal's chain; empty as long as it is not chained
public record Certificate(
        Question vote,
        Terms terms,
        Text text,
        Dates dates,
        Electorate electorate,
        Ballots ballots,
        Evidence evidence,
        Result result,
        Optional<TimeOut> timeOut,
        Optional<Link> journal) {

    /// The version of the format.
    public static final int VERSION = 1;

    /// What was voted on.
    ///
    /// @param proposal number of the CFEP, if it was one
    /// @param calledBy login of the caller, where known
    public record Question(
            long id, String title, Optional<Integer> proposal, String justification, Optional<String> calledBy) {}

    /// What it was voted under.
    ///
    /// @param revision of the policy's page
    /// @param rule in the notation of the governance pages
    /// @param rosterDate whether the roster of the opening or of the closing counts
    public record Terms(
            String policy,
            String revision,
            String item,
            String itemTitle,
            String rule,
            boolean emeritusMayVote,
            RosterDay rosterDate) {}

    /// Which roster counts.
    public enum RosterDay {
        OPENING,
        CLOSING;

        /// The word in the file.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<RosterDay> of(String label) {
            return Arrays.stream(values())
                    .filter(day -> day.label().equals(label))
                    .findFirst();
        }
    }

    /// The pinned text.
    ///
    /// @param sha256 as it was kept when the vote was called
    /// @param source link to where it stands, where known
    /// @param revision of the source, where known
    public record Text(String content, String sha256, Optional<String> source, Optional<String> revision) {}

    /// When what happened.
    ///
    /// @param calledUntil the end it was called with, where it was extended since
    /// @param closes the set end
    /// @param timeOut the date of the time-out, where one was set
    /// @param decided the instant on record for the end
    public record Dates(
            Instant opened,
            Optional<Instant> calledUntil,
            Instant closes,
            Optional<Instant> timeOut,
            Instant decided) {}

    /// A person, by login and name as they were when the certificate was written.
    public record Person(String login, String name) {}

    /// A line of the roster.
    ///
    /// @param active or else emeritus
    public record Seat(Person person, boolean active) {}

    /// Somebody who voted and does not stand so on the roster that counts, but could vote on that day.
    public record Later(Seat seat, LocalDate on) {}

    /// Who counts and who could vote.
    ///
    /// @param roster by login; empty where only its size was kept
    public record Electorate(int active, int emeritus, Optional<List<Seat>> roster, List<Later> others) {

        public Electorate {
            roster = roster.map(List::copyOf);
            others = List.copyOf(others);
        }
    }

    /// What was cast.
    public sealed interface Ballots {

        /// The roll call of a standard vote, by login.
        record Named(List<Ballot> ballots) implements Ballots {

            public Named {
                ballots = List.copyOf(ballots);
            }
        }

        /// Of a sensitive vote: the opened ballots by code, and beside them who voted, by login.
        record Coded(List<Code> codes, List<Person> voters) implements Ballots {

            public Coded {
                codes = List.copyOf(codes);
                voters = List.copyOf(voters);
            }
        }

        /// The choices, one for each ballot.
        default List<Choice> choices() {
            return switch (this) {
                case Named(var ballots) -> ballots.stream().map(Ballot::choice).toList();
                case Coded(var codes, var _) -> codes.stream().map(Code::choice).toList();
            };
        }

        /// Who voted.
        default List<Person> voters() {
            return switch (this) {
                case Named(var ballots) -> ballots.stream().map(Ballot::voter).toList();
                case Coded(var _, var voters) -> voters;
            };
        }
    }

    /// A ballot of the roll call.
    ///
    /// @param enteredBy login of who entered it on the voter's behalf
    public record Ballot(Person voter, Choice choice, String comment, Instant castAt, Optional<String> enteredBy) {}

    /// An opened ballot, by the code that only its voter knows.
    public record Code(String code, Choice choice) {

        /// Says neither: an opened ballot must not end up in a log by accident.
        @Override
        public String toString() {
            return "an opened ballot";
        }
    }

    /// How a vote ends.
    public enum Ending {
        PASSED,
        REJECTED,
        INQUORATE;

        /// The word in the file.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The ending with that word.
        public static Optional<Ending> of(String label) {
            return Arrays.stream(values()).filter(e -> e.label().equals(label)).findFirst();
        }
    }

    /// What is on record of its end.
    ///
    /// @param lapsed whether it stays without a decision because nobody confirmed its time-out in time
    /// @param quorum how many had to take part by the standard route, or to say yes for a consensus
    /// @param routes each with its conditions
    public record Result(
            Ending outcome,
            Optional<Route> route,
            boolean lapsed,
            Tally tally,
            int quorum,
            List<RouteAssessment> routes) {

        public Result {
            routes = List.copyOf(routes);
        }
    }

    /// Who declared a time-out and who verified it, by login.
    public record TimeOut(String declaredBy, Instant declaredAt, String verifiedBy, Instant verifiedAt) {}

    /// A place in the journal's chain.
    ///
    /// @param position from 1
    /// @param hash SHA-256, 64 hexadecimal digits
    public record Link(long position, String hash) {}
}
