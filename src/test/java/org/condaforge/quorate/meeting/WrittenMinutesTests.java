package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.condaforge.quorate.meeting.WrittenMinutes.Item;
import org.condaforge.quorate.meeting.WrittenMinutes.Point;
import org.junit.jupiter.api.Test;

/// What is written in any of the known forms is read back. The seed of what is not stands in the message.
class WrittenMinutesTests {

    private static final int CASES = 4_000;

    @Test
    void readsBackWhatIsWritten() throws UnreadableMinutes {
        for (long seed = 0; seed < CASES; seed++) {
            var written = WrittenMinutes.random(new Random(seed));
            var read = MinutesParser.parse(written.text(), written.fileName());
            var told = "seed %d:%n%s".formatted(seed, written.text());

            assertThat(read.date()).as(told).isEqualTo(written.date());
            assertThat(read.title()).as(told).contains(written.date().toString());
            assertThat(read.attendees().stream()
                            .map(a -> new WrittenMinutes.Attendee(a.name(), a.login(), a.initials())))
                    .as(told)
                    .isEqualTo(written.attendees());
            assertThat(agenda(read)).as(told).isEqualTo(written.agenda());
            assertThat(actions(read)).as(told).isEqualTo(written.actions());
            assertThat(read.openVotes()).as(told).isEqualTo(written.openVotes());
            assertThat(read.mentions().stream()
                            .map(Minutes.Mention::cfep)
                            .distinct()
                            .sorted())
                    .as(told)
                    .isEqualTo(written.cfeps());
            assertThat(read.votes().stream().map(vote -> vote.cfep() + " " + vote.endsOn()))
                    .as(told)
                    .isEqualTo(written.votes());
            assertThat(read.people().stream()
                            .map(Minutes.PersonMention::written)
                            .collect(Collectors.toSet()))
                    .as(told)
                    .isEqualTo(written.named());
            assertThat(read.carriedAgendas()).as(told).isEqualTo(written.carried());
            assertThat(read.pullRequestLinks()).as(told).isEqualTo(written.links());
            assertThat(read.threads().stream()
                            .map(link -> link.repository() + link.kind() + link.number())
                            .distinct())
                    .as(told)
                    .hasSize(written.links());
        }
    }

    private static List<Point> agenda(Minutes read) {
        return read.agendaItems().stream()
                .map(item -> new Point(item.section(), new Item(item.done(), item.presenters(), item.text())))
                .toList();
    }

    private static List<Item> actions(Minutes read) {
        return read.actionItems().stream()
                .map(item -> new Item(Optional.of(item.done()), item.owners(), item.text()))
                .toList();
    }
}
