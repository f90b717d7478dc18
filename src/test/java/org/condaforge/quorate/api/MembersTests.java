package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MembersTests extends ApiTest {

    private static final LocalDate Y2020 = LocalDate.of(2020, 1, 1);
    private static final LocalDate Y2024 = LocalDate.of(2024, 1, 1);

    @Autowired
    MemberService members;

    @BeforeEach
    void people() {
        members.add(
                "Alder",
                "Alder",
                List.of(
                        new StandingPeriod(Standing.ACTIVE, Y2020, true, Y2024, "a file"),
                        new StandingPeriod(Standing.EMERITUS, Y2024, true, null, "a file")));
        members.add("birch", "Birch", List.of(new StandingPeriod(Standing.ACTIVE, Y2024, false, null, "a file")));
        members.take(
                new RosterFile.Row("cedar", Optional.of("cedar@example.org"), "Cedar", Map.of(), 1),
                Standing.ACTIVE,
                "a file");
        members.add("elm", "Elm", List.of(new StandingPeriod(Standing.ACTIVE, Y2020, true, Y2024, "a file")));
    }

    @Test
    void listsTheRosterOfToday() {
        JsonNode list = get("/api/v1/members");

        assertThat(logins("")).containsExactly("Alder", "birch", "cedar");
        JsonNode alder = list.path("items").get(0);
        assertThat(names(alder)).containsExactly("login", "name", "standing", "since", "standings");
        assertThat(alder.path("standing").asString()).isEqualTo("emeritus");
        assertThat(alder.path("since").asString()).isEqualTo("2024-01-01");
        assertThat(alder.path("standings").toString())
                .isEqualTo("[{\"standing\":\"active\",\"from\":\"2020-01-01\",\"to\":\"2024-01-01\",\"exact\":true},"
                        + "{\"standing\":\"emeritus\",\"from\":\"2024-01-01\",\"to\":null,\"exact\":true}]");
        assertThat(get("/api/v1/members/ALDER")).isEqualTo(alder);
    }

    @Test
    void listsTheRosterOfAnyDay() {
        assertThat(logins("?on=2023-12-31")).containsExactly("Alder", "elm");
        assertThat(logins("?on=2024-01-01")).containsExactly("Alder", "birch");
        assertThat(logins("?on=2019-12-31")).isEmpty();
        assertThat(logins("?standing=emeritus")).containsExactly("Alder");
        assertThat(logins("?page=1&size=2")).containsExactly("cedar");
        JsonNode then = get("/api/v1/members/alder?on=2021-05-05");
        assertThat(then.path("standing").asString()).isEqualTo("active");
        assertThat(then.path("since").asString()).isEqualTo("2020-01-01");
        assertThat(get("/api/v1/members/elm").path("standing").isNull()).isTrue();
        assertThat(get("/api/v1/members/elm").path("since").isNull()).isTrue();
    }

    private List<String> logins(String query) {
        return get("/api/v1/members" + query)
                .path("items")
                .valueStream()
                .map(member -> member.path("login").asString())
                .toList();
    }

    @Test
    void neverTellsAnAddress() {
        assertThat(send("GET", "/api/v1/members").body()
                        + send("GET", "/api/v1/members/cedar").body())
                .contains("cedar")
                .doesNotContain("@", "mail");
    }

    @Test
    void saysWhichMemberOrParameterIsWrong() {
        assertThat(problem(send("GET", "/api/v1/members/nobody"), 404)
                        .path("detail")
                        .asString())
                .contains("nobody");
        assertRefused("/api/v1/members?on=tomorrow", "on", "YYYY-MM-DD");
        assertRefused("/api/v1/members?on=%2B999999999-01-01", "on", "YYYY-MM-DD");
        assertRefused("/api/v1/members?on=0000-01-01", "on", "YYYY-MM-DD");
        assertRefused("/api/v1/members?standing=gone", "standing", "active, emeritus");
    }
}
