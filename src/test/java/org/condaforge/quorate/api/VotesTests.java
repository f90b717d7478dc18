package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.certificate.CertificateCheck;
import org.condaforge.quorate.certificate.CertificateFile;
import org.condaforge.quorate.certificate.UnreadableCertificate;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.VoteArchive;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteRecordFile;
import org.condaforge.quorate.vote.VoteRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class VotesTests extends ApiTest {

    private static final Instant NOW = MutableClock.START;
    private static final List<String> LINE = List.of(
            "id",
            "title",
            "item",
            "policy",
            "classification",
            "state",
            "opensAt",
            "closesAt",
            "outcome",
            "route",
            "tally",
            "electorate",
            "quorum",
            "proposal");

    @Autowired
    VoteArchive archive;

    @Autowired
    Presentations presentations;

    @Autowired
    VoteRecords records;

    @Autowired
    JdbcClient jdbc;

    private List<MemberId> people = List.of();
    private ProposalNumber seven = new ProposalNumber(7);

    @BeforeEach
    void people() {
        people = community.active(5);
        community.emeritus("old-oak");
        seven = proposal(7, "Naming of trees", "Proposed");
    }

    private VoteId open() {
        return vote(
                "conda-forge",
                "cfep-approval",
                Optional.of(seven),
                "Accept CFEP-07?",
                NOW.minus(Duration.ofDays(2)),
                NOW.plus(Duration.ofDays(12)),
                people.get(0),
                List.of(
                        cast(people.get(1), Choice.YES, "Fine.", NOW.minus(Duration.ofDays(1))),
                        cast(people.get(2), Choice.NO, "Not yet.", NOW.minus(Duration.ofHours(3)))));
    }

    private VoteId passed() {
        return vote(
                "plus-three",
                "consensus",
                Optional.empty(),
                "Water the trees?",
                NOW.minus(Duration.ofDays(30)),
                NOW.minus(Duration.ofDays(23)),
                people.get(0),
                people.stream()
                        .map(member -> cast(member, Choice.YES, "", NOW.minus(Duration.ofDays(29))))
                        .toList());
    }

    private VoteId sensitive() {
        jdbc.sql("""
                        INSERT INTO vote (version, title, subject, policy, policy_revision, item, item_title, rule,
                          proposal, emeritus_may_vote, no_needs_comment, classification, text, text_hash, justification,
                          opens_at, closes_at, active, emeritus, roster, state, decided_at, outcome, quorum,
                          yes_count, no_count, abstain_count)
                        VALUES (0, 'Remove Thornbush', 'Thornbush', 'conda-forge', '1', 'core-removal', 'Remove', :rule,
                          7, TRUE, FALSE, 'SENSITIVE', 'Thornbush pricks.', 'x', 'It pricks.',
                          :opens, :closes, 5, 1, 'OPENING', 'CLOSED', :closes, 'REJECTED', 4, 1, 3, 1)""")
                .param("rule", "{majority: 75%, routes: [standard]}")
                .param("opens", "2026-01-05 10:00:00")
                .param("closes", "2026-01-19 10:00:00")
                .update();
        return new VoteId(jdbc.sql("SELECT MAX(id) FROM vote").query(Long.class).single());
    }

    @Test
    void listsVotesThatTakeBallotsFirst() {
        VoteId passed = passed();
        VoteId open = open();

        JsonNode list = get("/api/v1/votes");

        assertThat(names(list)).containsExactly("items", "total", "page", "size");
        assertThat(list.path("total").intValue()).isEqualTo(2);
        assertThat(list.path("page").intValue()).isZero();
        assertThat(list.path("size").intValue()).isEqualTo(20);
        JsonNode first = list.path("items").get(0);
        assertThat(names(first)).containsExactlyElementsOf(LINE);
        assertThat(first.path("id").longValue()).isEqualTo(open.number());
        assertThat(first.path("title").asString()).isEqualTo("Accept CFEP-07?");
        assertThat(first.path("item").asString()).isEqualTo("cfep-approval");
        assertThat(first.path("policy").asString()).isEqualTo("conda-forge");
        assertThat(first.path("classification").asString()).isEqualTo("standard");
        assertThat(first.path("state").asString()).isEqualTo("open");
        assertThat(first.path("opensAt").asString()).isEqualTo("2026-02-28T09:00:00.123456Z");
        assertThat(first.path("closesAt").asString()).isEqualTo("2026-03-14T09:00:00.123456Z");
        assertThat(first.path("outcome").isNull()).isTrue();
        assertThat(first.path("route").isNull()).isTrue();
        assertThat(first.path("tally").toString()).isEqualTo("{\"yes\":1,\"no\":1,\"abstain\":0}");
        assertThat(first.path("electorate").toString()).isEqualTo("{\"active\":5,\"emeritus\":1}");
        assertThat(first.path("quorum").intValue()).isEqualTo(3);
        assertThat(first.path("proposal").intValue()).isEqualTo(7);
        JsonNode second = list.path("items").get(1);
        assertThat(second.path("id").longValue()).isEqualTo(passed.number());
        assertThat(second.path("state").asString()).isEqualTo("closed");
        assertThat(second.path("outcome").asString()).isEqualTo("passed");
        assertThat(second.path("route").asString()).isEqualTo("consensus");
        assertThat(second.path("proposal").isNull()).isTrue();
    }

    @Test
    void narrowsAListByStateProposalAndItem() {
        long passed = passed().number();
        long open = open().number();

        assertThat(ids("?state=open")).containsExactly(open);
        assertThat(ids("?state=closed")).containsExactly(passed);
        assertThat(ids("?state=overdue")).isEmpty();
        assertThat(ids("?proposal=7")).containsExactly(open);
        assertThat(ids("?proposal=8")).isEmpty();
        assertThat(ids("?item=consensus")).containsExactly(passed);
        assertThat(ids("?item=consensus&state=open")).isEmpty();
    }

    private List<Long> ids(String query) {
        return get("/api/v1/votes" + query)
                .path("items")
                .valueStream()
                .map(vote -> vote.path("id").longValue())
                .toList();
    }

    @Test
    void turnsPages() {
        List<Long> all = List.of(open().number(), passed().number());

        assertThat(ids("?page=0&size=1")).containsExactly(all.get(0));
        assertThat(ids("?page=1&size=1")).containsExactly(all.get(1));
        assertThat(ids("?page=2&size=1")).isEmpty();
        assertThat(get("/api/v1/votes?page=2&size=1").path("total").intValue()).isEqualTo(2);
        assertThat(ids("?page=2147483647&size=200")).isEmpty();
    }

    @Test
    void recordsEverythingOfAStandardVote() {
        minutes("2026-03-01", "## Attendees\n- Alder\n\n### Agenda\n* [x] (AL) CFEP-07 names for trees\n");
        VoteId open = open();

        JsonNode vote = get("/api/v1/votes/" + open.number());

        assertThat(names(vote).subList(0, LINE.size())).containsExactlyElementsOf(LINE);
        assertThat(names(vote))
                .contains(
                        "text",
                        "textHash",
                        "rule",
                        "routes",
                        "ballots",
                        "recused",
                        "missing",
                        "evidence",
                        "discussions",
                        "history");
        assertThat(vote.path("text").asString()).isEqualTo("Shall the trees have names?");
        assertThat(vote.path("textHash").asString()).matches("[0-9a-f]{64}");
        assertThat(vote.path("rule").asString()).startsWith("{majority: ");
        assertThat(vote.path("calledBy").asString()).isEqualTo("alder");
        assertThat(vote.path("routes").valueStream().map(r -> r.path("route").asString()))
                .containsExactly("standard", "accelerated", "time-out");
        JsonNode standard = vote.path("routes").get(0);
        assertThat(standard.path("state").asString()).isEqualTo("short");
        JsonNode takePart = standard.path("conditions").get(0);
        assertThat(standard.path("sentence").asString()).isEqualTo("Undecided: 2 of the 3 needed have taken part.");
        assertThat(standard.path("possible").get(0).asString()).startsWith("One more participant makes the quorum");
        assertThat(names(takePart)).contains("name", "have", "need", "met", "sentence");
        assertThat(takePart.path("have").intValue()).isEqualTo(2);
        assertThat(takePart.path("need").intValue()).isEqualTo(3);
        assertThat(takePart.path("met").booleanValue()).isFalse();
        assertThat(vote.path("ballots").get(0).toString())
                .isEqualTo("{\"login\":\"ash\",\"choice\":\"yes\",\"comment\":\"Fine.\","
                        + "\"castAt\":\"2026-03-01T09:00:00.123456Z\","
                        + "\"given\":null,\"enteredBy\":null}");
        assertThat(vote.path("ballots").get(1).path("choice").asString()).isEqualTo("no");
        assertThat(texts(vote.path("missing"))).containsExactly("alder", "beech", "birch");
        assertThat(vote.path("discussions").get(0).toString()).contains("\"date\":\"2026-03-01\"", "CFEP-07");
        assertThat(names(vote.path("discussions").get(0))).containsExactly("date", "item", "excerpt");
        assertThat(vote.path("evidence").get(0).path("kind").asString()).isEqualTo("presented");
        assertThat(names(vote.path("evidence").get(0))).containsExactly("kind", "date", "at", "source", "text");
        assertThat(vote.path("evidence").get(0).path("date").asString()).isEqualTo("2026-03-01");
        assertThat(vote.path("evidence").get(0).path("at").isNull()).isTrue();
        assertThat(vote.path("evidence").get(0).path("source").asString()).isEqualTo("minutes");
        assertThat(vote.path("contradictions").isEmpty()).isTrue();
        assertThat(vote.path("history").valueStream().map(e -> e.path("what").asString()))
                .anyMatch(what -> what.contains("called the vote"));
    }

    @Test
    void tellsWhoSaysThatAVoteWasPresentedAndWhatContradictsIt() {
        minutes("2026-03-01", "## Attendees\n- Alder\n\n### Agenda\n* [x] (AL) the fence\n");
        VoteId open = open();
        SignIn.as("alder");
        presentations.mark(open, LocalDate.of(2026, 3, 1));
        SignIn.out();
        String text = """
                # CFEP-07 Naming of trees

                | Event | Dates |
                | --- | ---: |
                | Proposed on: | 2022/03/01 15:00 |
                | Original proposed close date: | 2022/03/08 15:00 |
                | Presented at core meeting on: | %s |

                | Direction | Count |
                | --- | ---: |
                | For | 4 |
                | Against | 0 |

                It passed.
                """;
        records.take(
                VoteRecordFile.parse(text.formatted("2022/03/02 17:00")), "a.md", text.formatted("2022/03/02 17:00"));

        assertThat(get("/api/v1/votes/" + open.number()).path("evidence").toString())
                .isEqualTo("[{\"kind\":\"presented\",\"date\":\"2026-03-01\",\"at\":null,\"source\":\"marked\","
                        + "\"text\":\"marked by Alder\"}]");
        String recorded = "/api/v1/votes/" + ids("?state=closed").getFirst();
        assertThat(get(recorded).path("evidence").toString())
                .isEqualTo("[{\"kind\":\"presented\",\"date\":\"2022-03-02\",\"at\":\"2022-03-02T17:00:00Z\","
                        + "\"source\":\"record\",\"text\":\"the record a.md says so\"}]");
        records.take(
                VoteRecordFile.parse(text.formatted("2022/02/23 17:00")), "a.md", text.formatted("2022/02/23 17:00"));
        assertThat(get(recorded).path("evidence").isEmpty()).isTrue();

        String other = text.formatted("never").replace("2022/03", "2026/03").replace("CFEP-07", "CFEP-7");
        jdbc.sql("UPDATE vote SET state = 'OVERDUE', closes_at = '2026-03-08 15:00:00' WHERE id = :id")
                .param("id", open.number())
                .update();
        records.take(VoteRecordFile.parse(other), "b.md", other);
        assertThat(get("/api/v1/votes/" + open.number()).path("contradictions").toString())
                .contains("The record b.md contradicts this: it says passed, here it is overdue");
    }

    @Test
    void recordsAVoteThatMinutesAloneKnow() {
        archive.expired(seven, LocalDate.of(2020, 3, 11), "The vote ended.");

        JsonNode line = get("/api/v1/votes?state=expired").path("items").get(0);
        JsonNode vote = get("/api/v1/votes/" + line.path("id").longValue());

        assertThat(names(line)).containsExactlyElementsOf(LINE);
        for (String unknown :
                List.of("item", "policy", "opensAt", "outcome", "route", "tally", "electorate", "quorum")) {
            assertThat(line.path(unknown).isNull()).as(unknown).isTrue();
        }
        assertThat(vote.path("rule").isNull()).isTrue();
        assertThat(vote.path("routes").isEmpty()).isTrue();
        assertThat(vote.path("closesAt").asString()).isEqualTo("2020-03-11T23:59:59.999Z");
    }

    @Test
    void tellsOfASensitiveVoteOnlyThatItTakesPlace() {
        VoteId secret = sensitive();
        List<String> told = List.of("id", "classification", "state", "opensAt", "closesAt");

        HttpResponse<String> list = send("GET", "/api/v1/votes");
        HttpResponse<String> page = send("GET", "/api/v1/votes/" + secret.number());
        JsonNode vote = get("/api/v1/votes/" + secret.number());

        assertThat(names(get("/api/v1/votes").path("items").get(0))).containsExactlyElementsOf(told);
        assertThat(names(vote)).containsExactlyElementsOf(told);
        assertThat(vote.path("classification").asString()).isEqualTo("sensitive");
        assertThat(vote.path("state").asString()).isEqualTo("closed");
        assertThat(list.body() + page.body()).doesNotContainIgnoringCase("thornbush", "pricks", "rejected", "removal");
    }

    @Test
    void findsNoSensitiveVoteByItsSubject() {
        sensitive();

        assertThat(ids("?item=core-removal")).isEmpty();
        assertThat(ids("?proposal=7")).isEmpty();
        assertThat(get("/api/v1/proposals/7").path("votes").isEmpty()).isTrue();
        assertThat(get("/api/v1/proposals").path("items").get(0).path("votes").isEmpty())
                .isTrue();
    }

    @Test
    void saysWhichVoteOrParameterIsWrong() {
        assertThat(problem(send("GET", "/api/v1/votes/4711"), 404)
                        .path("detail")
                        .asString())
                .contains("4711");
        assertRefused("/api/v1/votes/x", "id", "whole number");
        assertRefused("/api/v1/votes/99999999999999999999", "id", "whole number");
        assertRefused("/api/v1/votes/1?full=yes", "full", "takes no parameters");
        assertRefused("/api/v1/votes?state=opne", "state", "open, overdue, closed, withdrawn, expired");
        assertRefused("/api/v1/votes?state=open&state=closed", "state", "2 times");
        assertRefused("/api/v1/votes?proposal=0", "proposal", "a whole number from 1");
        assertRefused("/api/v1/votes?states=open", "states", "state, proposal, item, page, size");
        assertRefused("/api/v1/votes?size=201", "size", "1 to 200");
        assertRefused("/api/v1/votes?size=0", "size", "1 to 200");
        assertRefused("/api/v1/votes?page=-1", "page", "from 0");
        assertRefused("/api/v1/votes?page=", "page", "from 0");
    }

    @Test
    void certifiesAVoteThatEnded() throws UnreadableCertificate {
        String path = "/api/v1/votes/%d/certificate".formatted(passed().number());

        HttpResponse<String> response = send("GET", path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline; filename=\"vote-");
        assertThat(CertificateCheck.of(CertificateFile.read(response.body())).differences())
                .isEmpty();
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(send("GET", path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(send("GET", path, "Accept", "text/html,*/*;q=0.8").statusCode())
                .isEqualTo(200);
        problem(send("POST", path), 405);
        assertRefused(path + "?pretty=1", "pretty", "takes no parameters");
    }

    @Test
    void givesTheRecordOfAVoteThatEndedAsMarkdown() {
        String path = "/api/v1/votes/%d/record".formatted(passed().number());

        HttpResponse<String> response = send("GET", path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(response.headers().firstValue("ETag")).isPresent();
        assertThat(response.body())
                .startsWith("# Water the trees?\n")
                .contains("| For | 5 |", "/certificate where it was held")
                .doesNotContain("alder", "Alder");
    }

    @Test
    void anOpenOrSensitiveOrUnknownVoteHasNeither() {
        for (String what : List.of("certificate", "record")) {
            assertThat(problem(send("GET", "/api/v1/votes/999/" + what), 404)
                            .path("detail")
                            .asString())
                    .isEqualTo("There is no vote 999.");
            assertRefused("/api/v1/votes/x/" + what, "id", "whole number");
            assertThat(problem(
                                    send(
                                            "GET",
                                            "/api/v1/votes/%d/%s"
                                                    .formatted(sensitive().number(), what)),
                                    404)
                            .toString())
                    .contains("is for members")
                    .doesNotContain("Thornbush");
        }
        long open = open().number();
        assertThat(problem(send("GET", "/api/v1/votes/%d/certificate".formatted(open)), 404)
                        .path("detail")
                        .asString())
                .isEqualTo("The vote has not ended: it has a certificate once it is decided.");
        assertThat(problem(send("GET", "/api/v1/votes/%d/record".formatted(open)), 404)
                        .path("detail")
                        .asString())
                .isEqualTo("Vote %d has not ended with a result: it has no record yet.".formatted(open));
    }
}
