package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.condaforge.quorate.policy.Wording.Gap;
import org.junit.jupiter.api.Test;

class WordingTests {

    private static final String END = "active-votes-per-item: 1\n";

    @Test
    void readsTheTextsOfAPage() {
        var policy = PolicyPage.read(
                PageText.with(
                        END,
                        END
                                + "call-text: |\n  **{question}**\n\n  Until {deadline}.\nreminder-text: '{cast} so far'\n"),
                "circle.md");

        assertThat(policy.callText()).isEqualTo(new Wording("**{question}**\n\nUntil {deadline}."));
        assertThat(policy.reminderText()).isEqualTo(new Wording("{cast} so far"));
    }

    @Test
    void takesThePlainOnesWhereAPageHasNone() {
        var policy = PolicyPage.read(PageText.CIRCLE, "circle.md");

        assertThat(policy.callText()).isEqualTo(Wording.CALL);
        assertThat(policy.reminderText()).isEqualTo(Wording.REMINDER);
    }

    @Test
    void theGuideShowsThePlainOnesAndEveryGap() throws IOException {
        var guide = Files.readString(Path.of("docs/governance/README.md"));

        assertThat(guide)
                .contains("```text\n" + Wording.CALL.template() + "\n```")
                .contains("```text\n" + Wording.REMINDER.template() + "\n```");
        assertThat(Gap.values()).allSatisfy(gap -> assertThat(guide).contains("| `{%s}` |".formatted(gap.label())));
    }

    @Test
    void tellsTheLineOfAGapThatNothingFills() {
        assertThat(errors("call-text: |\n  {question}\n  {deadlin}, {}\n"))
                .extracting(PageError::line, PageError::found)
                .containsExactly(tuple(19, "'{deadlin}'"), tuple(19, "'{}'"));
        assertThat(errors("call-text: '{votes}'\n"))
                .containsExactly(new PageError(
                        "circle.md",
                        17,
                        "'{votes}'",
                        "one of {item}, {question}, {threshold}, {quorum}, {deadline}, {period}, {meeting},"
                                + " {justification}, {text}, {link}"));
    }

    @Test
    void knowsHowManyTookPartInARemindersOnly() {
        assertThat(errors("call-text: '{cast}'\n"))
                .singleElement()
                .satisfies(error -> assertThat(error.found()).isEqualTo("'{cast}'"));
    }

    @Test
    void refusesATextThatIsNoneOrTooLong() {
        assertThat(errors("call-text: ' '\n"))
                .singleElement()
                .satisfies(error -> assertThat(error.found()).isEqualTo("nothing"));
        assertThat(errors("call-text: " + "k".repeat(4001) + "\n"))
                .singleElement()
                .satisfies(error -> assertThat(error.expected()).contains("at most 4000 characters"));
        assertThat(errors("call-text: [a]\n"))
                .singleElement()
                .satisfies(error -> assertThat(error.found()).isEqualTo("a list"));
    }

    @Test
    void fillsGapsAndLeavesOutLinesThatStayEmpty() {
        var wording = new Wording("{item}: {question}\n\nMeeting: {meeting}\n\n{justification}\n\n{link} {meeting}");

        assertThat(wording.filled(Map.of(Gap.ITEM, "Yarn", Gap.QUESTION, "Blue?", Gap.LINK, "https://example.org/1")))
                .isEqualTo("Yarn: Blue?\n\nhttps://example.org/1");
    }

    @Test
    void neverFillsAGapWithinAValue() {
        assertThat(new Wording("{question} {link}").filled(Map.of(Gap.QUESTION, "{link} $1 \\", Gap.LINK, "there")))
                .isEqualTo("{link} $1 \\ there");
    }

    @Test
    void keepsBracesThatAreNoGap() {
        assertThat(new Wording("a { b } c {unknown}").filled(Map.of())).isEqualTo("a { b } c {unknown}");
    }

    @Test
    void theShippedPagesNameTheEndAndTheLink() {
        var values = Arrays.stream(Gap.values()).collect(Collectors.toMap(gap -> gap, gap -> "<" + gap.label() + ">"));

        assertThat(Policies.shipped()).allSatisfy(policy -> {
            assertThat(policy.callText().filled(values)).contains("<question>", "<deadline>", "<link>", "<period>");
            assertThat(policy.reminderText().filled(values)).contains("<question>", "<deadline>", "<link>", "<cast>");
        });
    }

    private static List<PageError> errors(String texts) {
        return catchThrowableOfType(
                        InvalidPolicyPage.class, () -> PolicyPage.read(PageText.with(END, END + texts), "circle.md"))
                .errors();
    }
}
