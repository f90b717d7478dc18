package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.condaforge.quorate.vote.NoticeMark.LAST;
import static org.condaforge.quorate.vote.NoticeMark.MIDDLE;
import static org.condaforge.quorate.vote.NoticeMark.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.condaforge.quorate.rule.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeWindowsTests {

    private static final Instant OPENED = Instant.parse("2028-02-20T08:00:00.000001Z");
    private static final NoticeWindows FORTNIGHT = new NoticeWindows(OPENED, OPENED.plus(Duration.ofDays(15)));

    @ParameterizedTest
    @CsvSource({
        "PT-0.000000001S,",
        "PT0S, START",
        "PT24H, START",
        "PT24H0.000000001S,",
        "PT119H59M59.999999999S,",
        "PT120H, MIDDLE",
        "PT240H, MIDDLE",
        "PT240H0.000000001S,",
        "PT287H59M59.999999999S,",
        "PT288H, LAST",
        "PT336H, LAST",
        "PT336H0.000000001S,",
        "PT360H,",
    })
    void boundsBelongToTheirWindow(Duration after, NoticeMark mark) {
        assertThat(FORTNIGHT.marks(OPENED.plus(after))).isEqualTo(mark == null ? Set.of() : Set.of(mark));
    }

    /// Every hour of every vote of 14 to 40 days against the words of the page.
    @Test
    void agreesWithThePageAtEveryHour() {
        for (int days = 14; days <= 40; days++) {
            int hours = days * 24;
            var windows = new NoticeWindows(OPENED, OPENED.plus(Duration.ofDays(days)));
            for (int hour = -2; hour <= hours + 2; hour++) {
                Set<NoticeMark> said = EnumSet.noneOf(NoticeMark.class);
                if (hour >= 0 && hour <= 24) {
                    said.add(START);
                }
                if (3 * hour >= hours && 3 * hour <= 2 * hours) {
                    said.add(MIDDLE);
                }
                if (hours - hour <= 72 && hours - hour >= 24) {
                    said.add(LAST);
                }
                assertThat(windows.marks(OPENED.plus(Duration.ofHours(hour))))
                        .as("hour %d of %d days", hour, days)
                        .isEqualTo(said)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void aThirdThatIsNoWholeNumberIsCutToWhatIsInside() {
        var windows = new NoticeWindows(OPENED, OPENED.plusNanos(10));

        assertThat(windows.window(MIDDLE))
                .isEqualTo(new NoticeWindows.Window(OPENED.plusNanos(4), OPENED.plusNanos(6)));
    }

    @Test
    void everySetOfNoticesComesToItsMarks() {
        List<Instant> one = List.of(
                OPENED.plus(Duration.ofHours(3)),
                OPENED.plus(Duration.ofDays(7)),
                OPENED.plus(Duration.ofDays(13)),
                OPENED.plus(Duration.ofDays(3)));
        for (int chosen = 0; chosen < 16; chosen++) {
            int bits = chosen;
            List<Instant> sent = IntStream.range(0, 4)
                    .filter(i -> (bits >> i & 1) == 1)
                    .mapToObj(one::get)
                    .toList();
            assertThat(FORTNIGHT.notices(sent)).isEqualTo(new Notices((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0));
        }
    }

    @Test
    void threeNoticesInOneWindowAreOneMark() {
        List<Instant> sent = new ArrayList<>();
        for (int hour = 0; hour < 3; hour++) {
            sent.add(OPENED.plus(Duration.ofHours(hour)));
        }

        assertThat(FORTNIGHT.notices(sent)).isEqualTo(new Notices(true, false, false));
    }

    @Test
    void windowsMoveWithTheEnd() {
        Instant sent = OPENED.plus(Duration.ofDays(12).plusHours(1));

        assertThat(FORTNIGHT.marks(sent)).containsExactly(LAST);
        assertThat(new NoticeWindows(OPENED, OPENED.plus(Duration.ofDays(20))).marks(sent))
                .containsExactly(MIDDLE);
        assertThat(new NoticeWindows(OPENED, OPENED.plus(Duration.ofDays(40))).marks(sent))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 24, 72, 100})
    void windowsOfAShortVoteStayInsideIt(int hours) {
        Instant end = OPENED.plus(Duration.ofHours(hours));
        var windows = new NoticeWindows(OPENED, end);

        for (NoticeMark mark : NoticeMark.values()) {
            var window = windows.window(mark);
            assertThat(window.from()).isBetween(OPENED, end);
            assertThat(window.until()).isBetween(window.from(), end);
        }
    }

    @Test
    void refusesAnEndBeforeTheOpening() {
        assertThatThrownBy(() -> new NoticeWindows(OPENED, OPENED.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
