package org.condaforge.quorate.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text of a page with gaps, which stand in it as `{question}`: what a vote is announced with. A brace that opens no
/// gap is text.
///
/// @param template Markdown with its gaps, as the page writes it
public record Wording(String template) {

    /// What a text leaves open and each vote fills in.
    public enum Gap {
        /// The title of the item: `CFEP approval`.
        ITEM,
        /// The question, one line.
        QUESTION,
        /// Which share of yes and no must say yes: `60%`.
        THRESHOLD,
        /// How many must take part; empty where nobody has to.
        QUORUM,
        /// When the vote ends.
        DEADLINE,
        /// How long it is open.
        PERIOD,
        /// The core meeting in the period; empty where there is none.
        MEETING,
        /// The reasons and whatever else the item asks for; may be empty.
        JUSTIFICATION,
        /// Where the text stands, and in which revision; may be empty.
        TEXT,
        /// The address of the vote's page.
        LINK,
        /// How many took part so far.
        CAST;

        /// As it stands between the braces.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Gap> of(String label) {
            return Arrays.stream(values())
                    .filter(gap -> gap.label().equals(label))
                    .findFirst();
        }
    }

    /// The gaps of a text that calls a vote: nobody has voted yet.
    static final Set<Gap> OF_CALLS = EnumSet.complementOf(EnumSet.of(Gap.CAST));

    /// The gaps of a text that reminds of one.
    static final Set<Gap> OF_REMINDERS = EnumSet.allOf(Gap.class);

    /// What a page without `call-text` says; `docs/governance/README.md` shows it.
    public static final Wording CALL = new Wording("""
            **Vote: {question}**

            - Decision: {item}
            - To pass: {threshold}
            - Must take part: {quorum}
            - Open for {period}, until {deadline}
            - Core meeting: {meeting}
            - Text: {text}

            {justification}

            Vote here: {link}""");

    /// What a page without `reminder-text` says; `docs/governance/README.md` shows it.
    public static final Wording REMINDER = new Wording("""
            **Reminder: {question}**

            - Open until {deadline}
            - Took part so far: {cast}
            - Must take part: {quorum}
            - Core meeting: {meeting}

            Vote here: {link}""");

    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    /// The labels of the gaps it has, those that nothing fills included.
    static Matcher gapsIn(String text) {
        return GAP.matcher(text);
    }

    /// The text with its gaps filled. A line all of whose gaps stay empty is left out. What fills a gap is never
    /// looked through for gaps.
    ///
    /// @param values a gap without one stays empty
    public String filled(Map<Gap, String> values) {
        String text =
                template.lines().flatMap(line -> line(line, values).stream()).collect(Collectors.joining("\n"));
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    private static Optional<String> line(String line, Map<Gap, String> values) {
        Matcher gaps = GAP.matcher(line);
        StringBuilder filled = new StringBuilder();
        boolean any = false;
        boolean some = false;
        while (gaps.find()) {
            Optional<Gap> gap = Gap.of(gaps.group(1));
            String value = gap.map(known -> values.getOrDefault(known, "")).orElseGet(gaps::group);
            any |= gap.isPresent();
            some |= !value.isBlank();
            gaps.appendReplacement(filled, Matcher.quoteReplacement(value.strip()));
        }
        gaps.appendTail(filled);
        return any && !some ? Optional.empty() : Optional.of(filled.toString());
    }
}
