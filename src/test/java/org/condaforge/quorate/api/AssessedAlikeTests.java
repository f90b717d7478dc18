package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.command.CommandLine;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API and the command line say the same of every item of every page that ships, and of pages of one's own.
class AssessedAlikeTests {

    private static final List<List<String>> TALLIES = List.of(
            List.of("active=0"),
            List.of("active=18", "yes=5", "no=4"),
            List.of("active=18", "yes=9", "no=9"),
            List.of("active=18", "yes=5", "period=P8D"),
            List.of("active=18", "yes=4", "no=3", "abstain=1", "period=P14D", "timeout=met"),
            List.of("active=16", "yes=12"),
            List.of("active=4", "yes=3", "abstain=1"),
            List.of("active=1000000", "yes=1000000", "no=1000000", "abstain=1000000"));

    @TempDir
    Path folder;

    static Stream<Arguments> everyItem() {
        return Policies.shipped().stream()
                .flatMap(policy -> policy.items().stream())
                .map(item -> arguments(item.policy(), item.name(), item.rule().isPresent()));
    }

    @ParameterizedTest
    @MethodSource("everyItem")
    void everyItemIsAssessedAlike(String policy, String item, boolean voted) throws Exception {
        var api = api(new Policies(Policies.shipped()));
        for (var tally : TALLIES) {
            if (voted) {
                assertThat(printed(policy, item, tally)).isEqualTo(printed(answered(api, policy, item, tally)));
            } else {
                var refused = api.perform(get(address(policy, item, tally)))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResolvedException();
                assertThat(refused)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.getBody().getDetail())
                                        .isEqualTo(
                                                printed(policy, item, tally, 1).strip()));
            }
        }
    }

    @Test
    void itemsOfAPageOfOnesOwnAreReachableAndAssessedAlike() throws Exception {
        var page = Files.writeString(
                folder.resolve("circle.md"),
                Files.readString(Path.of("docs/governance/conda.md")).replace("policy: conda", "policy: circle"));
        var environment = new MockEnvironment().withProperty("quorate.policy", "plus-three," + page);
        var policies = new Policies(environment);
        var api = api(policies);
        assertThat(policies.all()).extracting(Policy::name).containsExactly("plus-three", "circle");
        for (VotingItem item : policies.all().getLast().items()) {
            if (item.rule().isPresent()) {
                for (var tally : TALLIES) {
                    var answer = printed(answered(api, "circle", item.name(), tally));
                    assertThat(printed(page.toString(), item.name(), tally)).isEqualTo(answer);
                    assertThat(printed("conda", item.name(), tally)).isEqualTo(answer);
                }
            }
        }
        api.perform(get("/api/v1/policies/circle")).andExpect(status().isOk());
    }

    private static MockMvc api(Policies policies) {
        return MockMvcBuilders.standaloneSetup(new PolicyController(policies)).build();
    }

    private static String address(String policy, String item, List<String> tally) {
        return "/api/v1/policies/%s/items/%s/assess?%s".formatted(policy, item, String.join("&", tally));
    }

    private static JsonNode answered(MockMvc api, String policy, String item, List<String> tally) throws Exception {
        var json = api.perform(get(address(policy, item, tally)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return new JsonMapper().readTree(json);
    }

    private static String printed(String policy, String item, List<String> tally) {
        return printed(policy, item, tally, 0);
    }

    private static String printed(String policy, String item, List<String> tally, int exitCode) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var arguments =
                Stream.concat(Stream.of("assess", policy, item), tally.stream().map("--"::concat));
        assertThat(new CommandLine(QuorateApplication.class, stream, stream).run(arguments.toArray(String[]::new)))
                .isEqualTo(exitCode);
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The answer of the API in the form of the command line.
    private static String printed(JsonNode answer) {
        var text = new StringBuilder("%s (%s)%nquorum %d%n"
                .formatted(
                        answer.get("outcome").asString(),
                        answer.get("route").asString(),
                        answer.get("quorum").asInt()));
        for (var route : answer.get("routes")) {
            text.append("%s: %s%n  %s%n"
                    .formatted(
                            route.get("route").asString(),
                            route.get("state").asString(),
                            route.get("sentence").asString()));
            for (var condition : route.get("conditions")) {
                text.append("  %s %s: %d, %s %d%n"
                        .formatted(
                                condition.get("met").asBoolean() ? "✓" : "○",
                                condition.get("name").asString(),
                                condition.get("have").asInt(),
                                condition.get("bound").asString().replace('-', ' '),
                                condition.get("need").asInt()));
            }
            for (var possible : route.get("possible")) {
                text.append("  > %s%n".formatted(possible.asString()));
            }
        }
        return text.toString();
    }
}
