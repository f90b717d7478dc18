package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.TestBeans;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.VoteArchive;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server with an empty community; the tests of the API share it.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {OnH2.DATABASE, OnH2.NO_CLOSER, OnH2.KEYS, "quorate.api.requests-per-minute=100000"})
@Import(TestBeans.class)
abstract class ApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    ActionLedger actions;

    @Autowired
    VoteArchive archive;

    @BeforeEach
    void beginEmpty() {
        community.clear();
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The JSON at that path, which must be there.
    JsonNode get(String path) {
        HttpResponse<String> response = send("GET", path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return JSON.readTree(response.body());
    }

    /// The problem (RFC 9457) that path answers instead.
    static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        return problem;
    }

    void assertRefused(String path, String parameter, String allowed) {
        JsonNode problem = problem(send("GET", path), 400);
        assertThat(problem.path("parameter").asString()).as(path).isEqualTo(parameter);
        assertThat(problem.path("detail").asString()).as(path).contains(allowed);
    }

    static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(node -> node.asString()).toList();
    }

    /// A proposal with a file.
    ProposalNumber proposal(int number, String title, String status) {
        String file = """
                <table>
                <tr><td> Title </td><td> %s </td>
                <tr><td> Status </td><td> %s </td></tr>
                <tr><td> Author(s) </td><td> Alder &lt;alder@example.org&gt;; Birch &lt;@birch&gt;</td></tr>
                <tr><td> Created </td><td> Aug 30, 2021</td></tr>
                <tr><td> Updated </td><td> Sept 09, 2021</td></tr>
                <tr><td> Discussion </td><td> https://example.org/pull/3 </td></tr>
                <tr><td> Implementation </td><td> NA </td></tr>
                </table>

                ## Abstract

                Trees have names.
                """.formatted(title, status);
        String name = "cfep-%02d.md".formatted(number);
        try {
            proposals.take(CfepFile.parse(file, name), name, file);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
        return new ProposalNumber(number);
    }

    /// The minutes of a meeting on that day.
    void minutes(String day, String body) {
        String text = "# %s grove meeting\n\n%s".formatted(day, body);
        try {
            meetings.take(MinutesParser.parse(text, day + ".md"), day + ".md", text);
            actions.follow();
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
    }

    /// A vote of the past or one that is open, with its ballots.
    VoteId vote(
            String policy,
            String item,
            Optional<ProposalNumber> proposal,
            String title,
            Instant opensAt,
            Instant closesAt,
            MemberId caller,
            List<VoteArchive.Cast> casts) {
        return archive.lay(new VoteArchive.Entry(
                Policies.shipped().stream()
                        .filter(p -> p.name().equals(policy))
                        .findFirst()
                        .orElseThrow(),
                new Call(policy, item, proposal, title, "Shall the trees have names?", closesAt, "They grow."),
                caller,
                opensAt,
                casts));
    }

    static VoteArchive.Cast cast(MemberId member, Choice choice, String comment, Instant at) {
        return new VoteArchive.Cast(member, choice, comment, at);
    }
}
