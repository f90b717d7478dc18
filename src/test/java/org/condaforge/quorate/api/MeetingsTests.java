package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeetingsTests extends ApiTest {

    private static final List<String> RECORD = List.of(
            "date",
            "title",
            "attendees",
            "members",
            "guests",
            "cfeps",
            "openVotes",
            "agendaItems",
            "actionItems",
            "pullRequestLinks",
            "carriedAgendas",
            "links",
            "people",
            "problems");

    private static final String MINUTES = """
            ## Attendees
            - Alder
            - Visiting Vine

            ## Agenda
            ### Your __new__() agenda items
            * [x] (AL, BI) CFEP-07 and CFEP-03 <b>bold</b> words
            * [ ] Roots
            * Leaves

            ### TODOs
            * [ ] (AL) plant a tree
            """;

    @Test
    void recordsTheMinutesInListAndPage() {
        community.active("alder");
        minutes("2026-02-18", MINUTES);

        JsonNode meeting = get("/api/v1/meetings/2026-02-18");

        assertThat(get("/api/v1/meetings").path("items").get(0)).isEqualTo(meeting);
        assertThat(names(meeting)).containsExactlyElementsOf(RECORD);
        assertThat(meeting.path("date").asString()).isEqualTo("2026-02-18");
        assertThat(meeting.path("title").asString()).isEqualTo("2026-02-18 grove meeting");
        assertThat(texts(meeting.path("attendees"))).containsExactly("Alder", "Visiting Vine");
        assertThat(texts(meeting.path("members"))).containsExactly("alder");
        assertThat(texts(meeting.path("guests"))).containsExactly("Visiting Vine");
        assertThat(meeting.path("cfeps").toString()).isEqualTo("[3,7]");
        assertThat(meeting.path("agendaItems")
                        .valueStream()
                        .map(i -> i.path("done").toString()))
                .startsWith("true", "false", "null");
        assertThat(texts(meeting.path("agendaItems").get(0).path("presenters"))).containsExactly("AL", "BI");
        assertThat(names(meeting.path("agendaItems").get(0))).containsExactly("section", "done", "presenters", "text");
        assertThat(meeting.path("actionItems").toString())
                .isEqualTo("[{\"done\":false,\"owners\":[\"AL\"],\"text\":\"plant a tree\"}]");
    }

    @Test
    void listsTheNewestFirstAndByYear() {
        minutes("2025-12-10", MINUTES);
        minutes("2026-01-07", MINUTES);
        minutes("2026-01-21", MINUTES);

        assertThat(dates("")).containsExactly("2026-01-21", "2026-01-07", "2025-12-10");
        assertThat(dates("?year=2025")).containsExactly("2025-12-10");
        assertThat(dates("?page=1&size=2")).containsExactly("2025-12-10");
        assertThat(dates("?year=1999")).isEmpty();
    }

    private List<String> dates(String query) {
        return get("/api/v1/meetings" + query)
                .path("items")
                .valueStream()
                .map(meeting -> meeting.path("date").asString())
                .toList();
    }

    @Test
    void agreesWithTheTruthOfTheSeed() throws UnreadableMinutes {
        JsonNode truth = JsonMapper.shared().readTree(RealData.text("truth/minutes/2021-10-20.json"));
        String text = RealData.text("seed/2021-10-20.md");
        meetings.take(MinutesParser.parse(text, "2021-10-20.md"), "2021-10-20.md", text);

        JsonNode meeting = get("/api/v1/meetings/2021-10-20");

        assertThat(texts(meeting.path("attendees"))).isEqualTo(texts(truth.path("attendees")));
        assertThat(meeting.path("cfeps")).isEqualTo(truth.path("cfeps"));
        assertThat(meeting.path("openVotes")).isEqualTo(truth.path("open_votes"));
        assertThat(meeting.path("actionItems").size())
                .isEqualTo(truth.path("action_items").size());
        for (int i = 0; i < truth.path("action_items").size(); i++) {
            JsonNode found = meeting.path("actionItems").get(i);
            JsonNode expected = truth.path("action_items").get(i);
            assertThat(found.path("done")).isEqualTo(expected.path("done"));
            assertThat(found.path("owners")).isEqualTo(expected.path("owners"));
            assertThat(found.path("text").asString())
                    .startsWith(expected.path("text").asString());
        }
    }

    @Test
    void saysWhichMeetingOrParameterIsWrong() {
        assertThat(problem(send("GET", "/api/v1/meetings/2026-02-19"), 404)
                        .path("detail")
                        .asString())
                .contains("2026-02-19");
        assertRefused("/api/v1/meetings/2026-02-30", "date", "YYYY-MM-DD");
        assertRefused("/api/v1/meetings/yesterday", "date", "YYYY-MM-DD");
        assertRefused("/api/v1/meetings?year=26", "year", "1000 to 9999");
    }
}
