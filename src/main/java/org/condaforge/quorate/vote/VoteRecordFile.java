package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.condaforge.quorate.proposal.CfepReference;
import org.condaforge.quorate.proposal.MarkdownBlocks;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.WrittenDate;
import org.jspecify.annotations.Nullable;

/// A vote's record as its file tells it (`vote-results/*.md` of conda-forge's governance repository): dates, policy,
/// tallies and how it was summed up. Times are UTC; what is not known is empty.
///
/// @param title the first heading
/// @param proposal the CFEP that the title names
/// @param policy under which it was voted, as written: `CFEP Approval`
/// @param percent what that policy needed, as the record says
/// @param presentedAt when it was presented at a core meeting
/// @param timedOutAt when the time-out was declared
/// @param yes how many voted for it; with `no` and `abstain` the tally
/// @param share how the record computes what it needs
/// @param outcome what the record says became of it
/// @param problems what was not understood, in the order of the lines
public record VoteRecordFile(
        String title,
        Optional<ProposalNumber> proposal,
        Optional<String> url,
        Optional<String> policy,
        Optional<Integer> percent,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        Optional<Instant> presentedAt,
        Optional<Instant> timedOutAt,
        Optional<Integer> yes,
        Optional<Integer> no,
        Optional<Integer> abstain,
        Optional<Share> share,
        Optional<Result> outcome,
        List<Problem> problems) {

    private static final int LONGEST_LINE = 2_000;
    private static final Pattern URL = Pattern.compile("https?://\\S{1,1000}");
    private static final Pattern POLICY =
            Pattern.compile("falls under the (?!\\{)([^.,{}]{1,80}?) policy\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("needs (\\d{1,3})%", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABSTAINED =
            Pattern.compile("\\b(\\d{1,6}) (?:explicitly )?abstain(?:ed|s)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE =
            Pattern.compile("\\b(\\d{1,6}) ?/ ?(\\d{1,6}) ?= ?(\\d{1,3}(?:\\.\\d{1,2})?) ?%");
    private static final Pattern REJECTED = Pattern.compile(
            "\\b(?:failed|rejected|not passed|did not pass|not deemed to have passed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSED = Pattern.compile("\\b(?:passed|accepted)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("^[\\s,T]{1,3}(\\d{1,2}):(\\d{2})\\b");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z_]{1,40}\\}");

    public VoteRecordFile {
        problems = List.copyOf(problems);
    }

    /// How a record computes what it needs: `16/19 = 84%`.
    ///
    /// @param percent as written, such as `78.9`
    public record Share(int part, int whole, String percent) {

        /// As records write it.
        public String text() {
            return "%d/%d = %s%%".formatted(part, whole, percent);
        }
    }

    /// What was not understood.
    ///
    /// @param line counted from 1
    /// @param message a sentence
    public record Problem(int line, String message) {}

    /// Reads a record. Never fails: what cannot be read is empty and reported.
    public static VoteRecordFile parse(String markdown) {
        return new Reader(markdown).read();
    }

    /// Whether it is the template for records and not the record of a vote.
    public boolean template() {
        return policy.isEmpty()
                && problems.stream().anyMatch(problem -> problem.message().equals(Reader.TEMPLATE));
    }

    /// How many core members there were, where the share is of them and not of those who voted.
    public OptionalInt statedCoreSize() {
        int cast = yes.orElse(0) + no.orElse(0) + abstain.orElse(0);
        return share.filter(stated -> stated.whole() > cast && stated.part() == yes.orElse(-1))
                .map(stated -> OptionalInt.of(stated.whole()))
                .orElseGet(OptionalInt::empty);
    }

    private static final class Reader {

        private static final String TEMPLATE = "This is the template for records.";

        private final Node document;
        private final List<Problem> problems = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder summary = new StringBuilder();
        private @Nullable String title;
        private @Nullable String url;
        private @Nullable Instant opensAt;
        private @Nullable Instant closesAt;
        private @Nullable Instant presentedAt;
        private @Nullable Instant timedOutAt;
        private @Nullable Integer yes;
        private @Nullable Integer no;
        private @Nullable Integer abstain;

        Reader(String markdown) {
            this.document = MarkdownBlocks.parse(markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown);
        }

        VoteRecordFile read() {
            for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
                switch (block) {
                    case Heading heading when title == null -> title = plain(heading);
                    case Heading heading -> link(plain(heading));
                    case TableBlock table -> rows(table);
                    case Paragraph paragraph -> {
                        var said = plain(paragraph);
                        link(said);
                        text.append(said).append('\n');
                        summary.setLength(0);
                        summary.append(said);
                    }
                    default -> {}
                }
            }
            var said = text.toString();
            if (abstain == null) {
                abstain = number(ABSTAINED.matcher(said));
            }
            var share = share(summary.toString());
            var percent = Optional.ofNullable(number(PERCENT.matcher(said)));
            report(said);
            problems.sort(Comparator.comparingInt(Problem::line));
            return new VoteRecordFile(
                    title == null ? "" : title,
                    cfep(),
                    Optional.ofNullable(url),
                    policy(said),
                    percent,
                    Optional.ofNullable(opensAt),
                    Optional.ofNullable(closesAt),
                    Optional.ofNullable(presentedAt),
                    Optional.ofNullable(timedOutAt),
                    Optional.ofNullable(yes),
                    Optional.ofNullable(no),
                    Optional.ofNullable(abstain),
                    share,
                    outcome(summary.toString(), share, percent),
                    problems);
        }

        private void report(String said) {
            if (PLACEHOLDER.matcher(said).find()) {
                problems.add(new Problem(1, TEMPLATE));
            }
            if (title == null || title.isEmpty()) {
                problems.add(new Problem(1, "There is no title."));
            }
            if (closesAt == null) {
                problems.add(new Problem(1, "There is no close date that can be read."));
            }
            if (yes == null || no == null) {
                problems.add(new Problem(1, "There is no table with the votes for and against."));
            }
        }

        private Optional<ProposalNumber> cfep() {
            return CfepReference.in(title == null ? "" : title).stream()
                    .map(CfepReference::number)
                    .filter(number -> number > 0)
                    .findFirst()
                    .map(ProposalNumber::new);
        }

        private static Optional<String> policy(String said) {
            var found = POLICY.matcher(said);
            return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
        }

        /// The last one counts: a record may say first how it does not compute.
        private static Optional<Share> share(String said) {
            Optional<Share> last = Optional.empty();
            for (var found = SHARE.matcher(said); found.find(); ) {
                last = Optional.of(
                        new Share(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), found.group(3)));
            }
            return last;
        }

        /// What the summary says; a record that only computes has passed where it reaches what it needs.
        private static Optional<Result> outcome(String said, Optional<Share> share, Optional<Integer> percent) {
            if (REJECTED.matcher(said).find()) {
                return Optional.of(Result.REJECTED);
            }
            if (PASSED.matcher(said).find()) {
                return Optional.of(Result.PASSED);
            }
            return share.flatMap(stated -> percent.map(needed ->
                    100L * stated.part() >= (long) needed * stated.whole() ? Result.PASSED : Result.REJECTED));
        }

        private void link(String said) {
            var found = URL.matcher(said);
            if (url == null && found.find()) {
                url = found.group();
            }
        }

        private void rows(TableBlock table) {
            for (var node = table.getFirstChild(); node != null; node = PlainText.following(node, table)) {
                if (node instanceof TableRow row && !(row.getParent() instanceof TableHead)) {
                    var cells = cells(row);
                    if (cells.size() >= 2) {
                        row(cells.getFirst().toLowerCase(Locale.ROOT), cells.get(1), line(row));
                    }
                }
            }
        }

        private void row(String label, String value, int line) {
            switch (label.replaceFirst("\\s*:$", "").strip()) {
                case "proposed on", "opened on" -> opensAt = instant(value, line);
                case "original proposed close date", "proposed close date", "closed on" ->
                    closesAt = instant(value, line);
                case "presented at core meeting on" -> presentedAt = instant(value, line);
                case "date timeout declared" -> timedOutAt = instant(value, line);
                case "for", "yes" -> yes = count(value, line);
                case "against", "no" -> no = count(value, line);
                case "abstain", "abstained" -> abstain = count(value, line);
                case "date(s) in-between reminders sent", "date final reminder sent" -> {}
                default ->
                    problems.add(
                            new Problem(line, "The row “%s” is not known.".formatted(PlainText.excerpt(label, 0, 80))));
            }
        }

        private @Nullable Instant instant(String value, int line) {
            var date = WrittenDate.firstIn(value);
            if (date.isEmpty()) {
                problems.add(new Problem(line, "“%s” is no date.".formatted(PlainText.excerpt(value, 0, 80))));
                return null;
            }
            var time = TIME.matcher(value.substring(date.get().end()));
            var at = LocalTime.MIDNIGHT;
            if (time.find()) {
                int hour = Integer.parseInt(time.group(1));
                int minute = Integer.parseInt(time.group(2));
                if (hour > 23 || minute > 59) {
                    problems.add(new Problem(
                            line, "“%s” is no time.".formatted(time.group().strip())));
                } else {
                    at = LocalTime.of(hour, minute);
                }
            }
            return date.get().date().atTime(at).toInstant(ZoneOffset.UTC);
        }

        private @Nullable Integer count(String value, int line) {
            if (value.matches("\\d{1,6}")) {
                return Integer.parseInt(value);
            }
            problems.add(new Problem(line, "“%s” is no number of votes.".formatted(PlainText.excerpt(value, 0, 80))));
            return null;
        }

        private static @Nullable Integer number(Matcher matcher) {
            return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
        }

        private static List<String> cells(TableRow row) {
            var cells = new ArrayList<String>();
            for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                if (cell instanceof TableCell) {
                    cells.add(plain(cell));
                }
            }
            return cells;
        }

        private static int line(TableRow row) {
            return row.getSourceSpans().isEmpty()
                    ? 1
                    : row.getSourceSpans().getFirst().getLineIndex() + 1;
        }

        private static String plain(Node node) {
            return PlainText.beginning(MarkdownBlocks.textOf(node), LONGEST_LINE);
        }
    }
}
