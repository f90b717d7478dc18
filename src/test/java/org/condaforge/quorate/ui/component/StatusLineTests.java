package org.condaforge.quorate.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusLineTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void oneStatusRunsFromItsDayUntilToday() {
        assertThat(html(List.of(span("Draft", LocalDate.of(2026, 3, 2))), List.of(), List.of()))
                .contains("Draft", "2 Mar 2026", "aria-label=\"Draft from 2 Mar 2026\"");
    }

    @Test
    void noStatusAtAllIsSaid() {
        assertThat(html(List.of(), List.of(), List.of())).contains("aria-label=\"No status is known\"");
    }

    @Test
    void aStatusThatBeginsTodayIsDrawn() {
        assertThat(html(List.of(span("Draft", TODAY)), List.of(TODAY), List.of()))
                .contains("Draft")
                .doesNotContain("NaN");
    }

    @Test
    void aDayInTheFutureIsDrawn() {
        var course = new Course(List.of(span("Draft", TODAY.plusDays(10))), List.of(), List.of(), TODAY);

        assertThat(course.stops().getFirst().at()).isEqualTo(1);
    }

    @Test
    void statusesWithoutADayStandBetweenTheirNeighbours() {
        var history = List.of(
                span("Draft", null),
                span("Proposed", null),
                span("Accepted", LocalDate.of(2020, 1, 1)),
                span("Amended", null),
                span("Withdrawn", null));
        var places = places(history);

        assertThat(places).isSorted().doesNotHaveDuplicates().allMatch(at -> at >= 0 && at < 1);
        assertThat(html(history, List.of(), List.of())).contains("date unknown", "Draft, date unknown");
    }

    @Test
    void statusesOfWhichNoDayIsKnownAreSpreadEvenly() {
        assertThat(places(List.of(span("Draft", null), span("Proposed", null)))).containsExactly(0.0, 0.5);
    }

    @Test
    void statusesOutOfOrderNeverRunBackwards() {
        assertThat(places(List.of(span("Proposed", LocalDate.of(2022, 1, 1)), span("Draft", LocalDate.of(2021, 1, 1)))))
                .isSorted();
    }

    @Test
    void meetingsAndVotesAreMarksWithTheirDays() {
        var vote = new StatusLine.VoteSpan(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 3), "vote, 14 days");

        assertThat(html(
                        List.of(span("Draft", LocalDate.of(2026, 1, 1))),
                        List.of(LocalDate.of(2026, 7, 1)),
                        List.of(vote)))
                .contains(
                        "meeting of 1 Jul 2026", "vote, 14 days, 20 Oct 2026 to 3 Nov 2026", "discussed in 1 meeting");
    }

    @Test
    void aVoteEndsAfterItBegan() {
        assertThatThrownBy(() -> new StatusLine.VoteSpan(TODAY, TODAY.minusDays(1), "vote"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eightYearsWithThirtyMeetingsKeepAllMarks() {
        var meetings = IntStream.range(0, 30)
                .mapToObj(i -> LocalDate.of(2018, 3, 1).plusDays(i * 97L))
                .toList();

        var html = html(List.of(span("Draft", LocalDate.of(2018, 2, 1))), meetings, List.of());

        assertThat(html).contains("30 meetings");
        assertThat(html.split("\"q-tick\"", -1)).as("both drawings").hasSize(2 * 30 + 1);
    }

    @Test
    void ticksLeadToTheirMeetingsAndThoseTooCloseOnlyByPointer() {
        var close = LocalDate.of(2026, 7, 1);
        var line = new StatusLine(
                List.of(span("Draft", LocalDate.of(2020, 1, 1))),
                List.of(LocalDate.of(2022, 1, 1), close, close.plusDays(1)),
                List.of(),
                TODAY,
                day -> "meetings/" + day);

        var html = line.getElement().getOuterHTML();

        assertThat(html).contains("href=\"meetings/2022-01-01\"", "aria-label=\"Meeting of 1 Jul 2026\"");
        assertThat(html.split("q-tick-link", -1)).as("three in each drawing").hasSize(2 * 3 + 1);
        assertThat(html.split("tabindex=\"-1\"", -1)).as("two in each drawing").hasSize(2 * 2 + 1);
    }

    @Test
    void noLabelCoversAnother() {
        for (var width : LabelWidth.values()) {
            var labels = new Labels(width, 3);
            IntStream.rangeClosed(0, 60).forEach(i -> labels.place(i / 60.0, "Proposed " + "again ".repeat(i % 5)));
            var rows = new ArrayList<List<Labels.Label>>();
            labels.each((label, row) -> {
                while (rows.size() <= row) {
                    rows.add(new ArrayList<>());
                }
                rows.get(row).add(label);
            });

            assertThat(rows)
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row)
                            .allSatisfy(label -> assertThat(row.stream().filter(label::overlaps))
                                    .containsExactly(label)));
        }
    }

    @Test
    void aLabelWithoutRoomIsLeftOut() {
        var labels = new Labels(LabelWidth.NARROW, 1);

        assertThat(labels.place(0.1, "Draft")).isTrue();
        assertThat(labels.place(0.11, "Proposed")).isFalse();
    }

    @Test
    void aLongLabelIsCutToItsRoom() {
        var labels = new Labels(LabelWidth.NARROW, 1);
        labels.place(0.6, "Superseded by a much longer proposal about the names of variants");

        labels.each((label, row) -> {
            assertThat(label.text()).endsWith("…").hasSizeLessThan(30);
            assertThat(label.anchor()).isEqualTo(Drawing.Anchor.END);
        });
    }

    @Test
    void hostileLabelsStayText() {
        assertThat(html(List.of(span("<script>alert(1)</script>", TODAY)), List.of(), List.of()))
                .doesNotContain("<script");
    }

    private static List<Double> places(List<StatusLine.Span> history) {
        return new Course(history, List.of(), List.of(), TODAY)
                .stops().stream().map(Course.Stop::at).toList();
    }

    private static StatusLine.Span span(String label, @Nullable LocalDate from) {
        return new StatusLine.Span(label, from, Tone.STATE);
    }

    private static String html(
            List<StatusLine.Span> history, List<LocalDate> meetings, List<StatusLine.VoteSpan> votes) {
        return new StatusLine(history, meetings, votes, TODAY).getElement().getOuterHTML();
    }
}
