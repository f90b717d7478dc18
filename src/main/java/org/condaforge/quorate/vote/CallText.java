package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.policy.Wording;
import org.condaforge.quorate.policy.Wording.Gap;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Explanation;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Rule;

/// What fills the gaps of a page's texts for one vote.
///
/// @param item the title of the item
/// @param form in which the policy sets deadlines
/// @param planned for how long it was called
/// @param meeting the first core meeting before its end
/// @param statements what the item asks to state
/// @param link the address of the vote's page
/// @param cast how many took part; empty before it is open
public record CallText(
        String item,
        String question,
        Rule rule,
        int active,
        Deadline form,
        Instant closesAt,
        Duration planned,
        Optional<Instant> meeting,
        String justification,
        List<CalledVote.Statement> statements,
        Call.Source source,
        String link,
        OptionalInt cast) {

    public CallText {
        statements = List.copyOf(statements);
    }

    /// The text with its gaps filled, Markdown.
    public String filled(Wording wording) {
        Map<Gap, String> values = new EnumMap<>(Gap.class);
        values.put(Gap.ITEM, item);
        values.put(Gap.QUESTION, question);
        values.put(Gap.THRESHOLD, threshold(rule));
        values.put(Gap.QUORUM, quorum(rule));
        values.put(Gap.DEADLINE, CallWords.deadline(form, closesAt));
        values.put(Gap.PERIOD, CallWords.about(planned));
        values.put(Gap.MEETING, meeting.map(CallWords::moment).orElse(""));
        values.put(Gap.JUSTIFICATION, reasons());
        values.put(Gap.TEXT, text());
        values.put(Gap.LINK, link);
        values.put(Gap.CAST, cast.isPresent() ? String.valueOf(cast.getAsInt()) : "");
        return wording.filled(values);
    }

    private static String threshold(Rule rule) {
        return switch (rule) {
            case Majority majority -> majority.threshold().text();
            case Consensus consensus -> Explanation.rule(consensus);
            case AnyOf any ->
                String.join(
                        " or ", any.rules().stream().map(CallText::threshold).toList());
        };
    }

    private String quorum(Rule asked) {
        return switch (asked) {
            case Majority majority ->
                "%d of %d active members".formatted(majority.quorum(new Electorate(active)), active);
            case Consensus _ -> "";
            case AnyOf any -> quorum(any.rules().getLast());
        };
    }

    private String reasons() {
        List<String> parts = new ArrayList<>();
        if (!justification.isBlank()) {
            parts.add(justification.strip());
        }
        statements.stream()
                .filter(statement -> !statement.stated().isBlank())
                .forEach(statement -> parts.add(
                        "%s: %s".formatted(statement.asked(), statement.stated().strip())));
        return String.join("\n\n", parts);
    }

    private String text() {
        String revision = source.revision();
        if (source.link().isEmpty()) {
            return revision.isEmpty() ? "" : "revision " + revision;
        }
        return revision.isEmpty() ? source.link() : "%s (revision %s)".formatted(source.link(), revision);
    }
}
