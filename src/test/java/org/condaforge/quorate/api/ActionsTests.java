package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ActionsTests extends ApiTest {

    private void lists() {
        community.active("alder");
        community.active("birch");
        minutes("2026-01-07", "### TODOs\n* [ ] (Birch/Zelkova) prune the hedge\n* [ ] (Alder) dig\n");
        minutes("2026-01-21", "### TODOs\n* [ ] (Birch/Zelkova) Prune the hedge.\n* [x] (Alder) dig\n* [ ] sow\n");
    }

    @Test
    void tellsAnItemWithAllItsMeetingsInListAndPage() {
        lists();

        JsonNode item = get("/api/v1/actions").path("items").get(0);

        assertThat(names(item))
                .containsExactly("id", "text", "owners", "done", "state", "firstSeen", "lastSeen", "meetings", "due");
        assertThat(item.path("text").asString()).isEqualTo("Prune the hedge.");
        assertThat(texts(item.path("owners"))).containsExactly("birch", "Zelkova");
        assertThat(item.path("done").booleanValue()).isFalse();
        assertThat(item.path("state").asString()).isEqualTo("open");
        assertThat(item.path("firstSeen").asString()).isEqualTo("2026-01-07");
        assertThat(item.path("lastSeen").asString()).isEqualTo("2026-01-21");
        assertThat(texts(item.path("meetings"))).containsExactly("2026-01-07", "2026-01-21");
        assertThat(item.path("due").isNull()).isTrue();
        assertThat(get("/api/v1/actions/" + item.path("id").intValue())).isEqualTo(item);
    }

    @Test
    void listsByStateOwnerAndPage() {
        lists();

        assertThat(texts("")).containsExactly("Prune the hedge.", "dig", "sow");
        assertThat(texts("?state=open")).containsExactly("Prune the hedge.", "sow");
        assertThat(texts("?state=done")).containsExactly("dig");
        assertThat(texts("?state=gone")).isEmpty();
        assertThat(texts("?owner=birch")).containsExactly("Prune the hedge.");
        assertThat(texts("?owner=BIRCH&state=done")).isEmpty();
        assertThat(texts("?owner=zelkova")).containsExactly("Prune the hedge.");
        assertThat(texts("?page=1&size=2")).containsExactly("sow");
        assertThat(get("/api/v1/actions?size=2").path("total").intValue()).isEqualTo(3);
    }

    private List<String> texts(String query) {
        return get("/api/v1/actions" + query)
                .path("items")
                .valueStream()
                .map(item -> item.path("text").asString())
                .toList();
    }

    @Test
    void saysWhichItemOrParameterIsWrong() {
        assertThat(problem(send("GET", "/api/v1/actions/99999"), 404)
                        .path("detail")
                        .asString())
                .contains("99999");
        assertRefused("/api/v1/actions?state=half", "state", "open, done, gone");
        assertRefused("/api/v1/actions?onwer=birch", "onwer", "owner");
        assertRefused("/api/v1/actions/x", "id", "whole number");
    }
}
