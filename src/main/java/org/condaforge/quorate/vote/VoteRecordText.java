package org.condaforge.quorate.vote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.proposal.CfepReference;
import org.condaforge.quorate.proposal.WrittenLine;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.rule.Threshold;

/// The record of a closed standard vote as a file, in the layout in which conda-forge keeps them: dates, policy, totals
/// and outcome, and no names. A pure function; [VoteRecordFile] reads the same back.
public final class VoteRecordText {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
    private static final Pattern NOT_IN_POLICY = Pattern.compile("[.,{}]+");

    /// What a vote that was timed out has on record besides.
    ///
    /// @param reminders the days on which it was announced, UTC, in order
    /// @param declaredAt when the time-out was declared
    record Reminded(List<LocalDate> reminders, Optional<Instant> declaredAt) {

        static final Reminded NONE = new Reminded(List.of(), Optional.empty());

        Reminded {
            reminders = List.copyOf(reminders);
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final VoteDetail vote;
    private final VoteSummary summary;

    private final Reminded reminded;

    private VoteRecordText(VoteDetail vote, Reminded reminded) {
        this.vote = vote;
        this.reminded = reminded;
        this.summary = vote.summary();
    }

    /// The record.
    ///
    /// @throws IllegalArgumentException for a vote that has not ended, and for a sensitive one
    public static String of(VoteDetail vote) {
        return of(vote, Reminded.NONE);
    }

    /// The record with what is known of a time-out.
    static String of(VoteDetail vote, Reminded reminded) {
        if (vote.summary().state() != VoteState.CLOSED || !vote.summary().isPublic()) {
            throw new IllegalArgumentException("Only a standard vote that has ended has a public record.");
        }
        return new VoteRecordText(vote, reminded).write();
    }

    /// How the vote ended, in a sentence or two: "Of those who voted yes or no, 4/5 = 80% voted yes. The vote passed
    /// by the standard route."
    public static String outcome(VoteDetail vote) {
        return new VoteRecordText(vote, Reminded.NONE).outcome();
    }

    private String write() {
        paragraph(WrittenLine.heading(1, title()));
        paragraph("## Vote %d in Quorate".formatted(summary.id().number()));
        quote(vote.justification());
        vote.recordNote().map(note -> "Where the result is known from: " + note).ifPresent(this::quote);
        paragraph("The text that was voted on has the SHA-256 %s.".formatted(vote.textHash()));
        dates();
        policy();
        certificate();
        totals();
        paragraph("# Outcome");
        line(outcome());
        return out.toString();
    }

    /// Quoted, nothing that people wrote is taken for a part of the record.
    private void quote(String text) {
        if (!text.isBlank()) {
            text.lines().forEach(line -> line("> " + line));
            line("");
        }
    }

    /// Names the proposal, whatever the vote was called.
    private String title() {
        String title = WrittenLine.tidy(summary.title());
        return summary.proposal()
                .filter(number -> CfepReference.in(title).stream()
                        .findFirst()
                        .filter(first -> first.number() == number.value())
                        .isEmpty())
                .map(number -> WrittenLine.tidy("%s: %s".formatted(number.label(), title)))
                .orElse(title);
    }

    private void dates() {
        paragraph("## Dates");
        paragraph("All times are UTC.");
        table("Event", "Dates");
        summary.opensAt().ifPresent(at -> row("Proposed on:", MOMENT.format(at)));
        row("Original proposed close date:", MOMENT.format(summary.closesAt()));
        presented().ifPresent(day -> row("Presented at core meeting on:", day));
        line("");
        timeOut().ifPresent(at -> {
            paragraph("### Timeout");
            table("Event", "Dates");
            reminders();
            row("Date timeout declared:", MOMENT.format(reminded.declaredAt().orElse(at)));
            line("");
        });
    }

    private void reminders() {
        List<String> days = reminded.reminders().stream().map(DAY::format).toList();
        if (days.size() > 1) {
            row("Date(s) in-between reminders sent:", String.join(", ", days.subList(0, days.size() - 1)));
        }
        if (!days.isEmpty()) {
            row("Date final reminder sent:", days.getLast());
        }
    }

    private Optional<String> presented() {
        return vote.presentations().stream()
                .filter(Presentation::counts)
                .map(Presentation::date)
                .min(LocalDate::compareTo)
                .map(DAY::format);
    }

    private Optional<Instant> timeOut() {
        return summary.timeOutAt().filter(summary.closesAt()::isBefore);
    }

    private void policy() {
        paragraph("## Policy governing the vote");
        summary.terms()
                .ifPresentOrElse(
                        terms -> paragraph(
                                "This vote falls under the %s policy. %s It was held under revision %s of %s, with"
                                                .formatted(
                                                        WrittenLine.of(NOT_IN_POLICY
                                                                .matcher(terms.itemTitle())
                                                                .replaceAll(" ")
                                                                .strip()),
                                                        needs(terms.rule()),
                                                        WrittenLine.of(terms.revision()),
                                                        WrittenLine.of(terms.policy()))
                                        + " %d active members%s.".formatted(terms.active(), quorum(terms))
                                        + " Its rule is `%s`.".formatted(RuleNotation.write(terms.rule()))),
                        () -> paragraph("Under which policy it was held is not on record."));
    }

    private static String quorum(VoteSummary.Terms terms) {
        return terms.rule() instanceof Consensus
                ? ""
                : ", of whom %d had to take part by the standard route".formatted(terms.quorum());
    }

    private static String needs(Rule rule) {
        return switch (rule) {
            case Majority(Threshold threshold, var _, var _) ->
                "It needs %s of those who say yes or no to say yes.".formatted(threshold.text());
            case Consensus(int yes, int no, var _) ->
                "It needs at least %d who say +1 and at most %d who say -1.".formatted(yes, no);
            case AnyOf(var rules) -> needs(rules.getLast());
        };
    }

    private void certificate() {
        if (vote.recordNote().isEmpty()) {
            paragraph(
                    "The certificate of the vote is at /api/v1/votes/%d/certificate where it was held; `quorate verify`"
                                    .formatted(summary.id().number())
                            + " counts it again.");
        }
    }

    private void totals() {
        paragraph("## Final vote tallies");
        summary.tally().ifPresent(tally -> {
            table("Direction", "Count");
            row("For", String.valueOf(tally.yes()));
            row("Against", String.valueOf(tally.no()));
            row("Abstain", String.valueOf(tally.abstain()));
            line("");
        });
    }

    private String outcome() {
        return switch (summary.result().orElse(Result.UNKNOWN)) {
            case PASSED -> "%sThe vote passed%s.".formatted(share(), route());
            case REJECTED -> "%sThe vote was rejected%s.".formatted(share(), route());
            case INQUORATE -> "Too few took part for a decision: the vote ended inquorate.";
            case UNKNOWN, UNOPENED -> "What became of the vote is not on record.";
        };
    }

    private String share() {
        return summary.tally()
                .filter(tally -> tally.decisive() > 0)
                .map(tally -> "Of those who voted yes or no, %d/%d = %s%% voted yes. "
                        .formatted(tally.yes(), tally.decisive(), percent(tally)))
                .orElse("");
    }

    private static String percent(Tally tally) {
        return BigDecimal.valueOf(100L * tally.yes())
                .divide(BigDecimal.valueOf(tally.decisive()), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String route() {
        return summary.route()
                .map(route -> route == Route.CONSENSUS ? " by consensus" : " by the %s route".formatted(route.label()))
                .orElse("");
    }

    private void table(String left, String right) {
        line("| %s | %s |".formatted(left, right));
        line("| --- | ---: |");
    }

    private void row(String label, String value) {
        line("| %s | %s |".formatted(label, value));
    }

    private void paragraph(String text) {
        line(text);
        line("");
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
