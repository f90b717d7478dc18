package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every line of the real minutes is accounted for. What a line is, these tests tell from its characters alone. Skipped
/// where the minutes are not on the machine.
class RealMinutesTests {

    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}[ \\t].*");
    private static final Pattern BOX =
            Pattern.compile("[\\s\\u00a0]*(?:[*+-][\\s\\u00a0]+)?(?:\\( *\\) )?\\[[ xX\\u00a0]?\\][\\s\\u00a0]+\\S.*");
    private static final Pattern NOTHING = Pattern.compile(
            "[*+-]?[\\s\\u00a0]*(?:\\[[ xX\\u00a0]?\\])?[\\s\\u00a0]*(?:\\([\\s\\u00a0]*\\))?[\\s\\u00a0]*");
    private static final Pattern BULLET = Pattern.compile("[*+-][\\s\\u00a0]+\\S.*");

    static Stream<Path> files() throws IOException {
        if (RealData.folder().isEmpty()) {
            return Stream.of(Path.of("minutes"));
        }
        try (Stream<Path> files = Files.list(RealData.path("minutes"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void noLineIsDropped(Path file) throws IOException, UnreadableMinutes {
        RealData.path("minutes");
        String text = Files.readString(file);
        Minutes minutes = MinutesParser.parse(text, file.toString());
        Outline outline = Outline.of(text);
        BitSet told = new BitSet();
        minutes.problems().forEach(problem -> told.set(problem.line()));
        BitSet read = new BitSet();
        minutes.agendaItems().forEach(item -> read.set(item.line()));
        minutes.actionItems().forEach(item -> read.set(item.line()));
        minutes.attendees().forEach(attendee -> read.set(attendee.line()));
        BitSet shown = new BitSet();
        Topic.in(outline).forEach(topic -> topic.lines().forEach(at -> shown.set(at + 1)));

        List<String> lines = text.lines().toList();
        boolean code = false;
        boolean front = text.startsWith("---");
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (front) {
                front = number == 1 || !line.strip().equals("---");
                continue;
            }
            boolean fence = FENCE.matcher(line).matches();
            code ^= fence;
            if (code || fence || NOTHING.matcher(line.strip()).matches()) {
                continue;
            }
            String where = "line %d: %s".formatted(number, line);
            Outline.Kind kind = outline.kinds().get(number - 1);
            assertThat(shown.get(number) || kind == Outline.Kind.HIDDEN)
                    .as("searched, " + where)
                    .isTrue();
            if (HEADING.matcher(line).matches()) {
                assertThat(kind).as(where).isEqualTo(Outline.Kind.HEADING);
            } else if (BOX.matcher(line).matches()) {
                assertThat(told.get(number) || ItemLine.read(line, number).isPresent() && kind == Outline.Kind.TEXT)
                        .as("an item, " + where)
                        .isTrue();
            } else if (BULLET.matcher(line).matches() && kind == Outline.Kind.TEXT) {
                assertThat(told.get(number) || ItemLine.read(line, number).isPresent())
                        .as("an item, " + where)
                        .isTrue();
            }
        }
        for (Outline.Section section : outline.sections()) {
            if (section.isWithin(Agenda::isActionItems)) {
                for (ItemLine item : section.items()) {
                    assertThat(read.get(item.line()) || item.done().isEmpty())
                            .as("an action item in line %d", item.line())
                            .isTrue();
                }
            }
        }
    }
}
