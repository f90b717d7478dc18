package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.condaforge.quorate.policy.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PoliciesTests extends ApiTest {

    private static final String CFEP = "/api/v1/policies/conda-forge/items/cfep-approval/assess";

    @Test
    void listsThePoliciesTheInstanceVotesBy() {
        JsonNode list = get("/api/v1/policies");

        assertThat(list.path("total").intValue()).isEqualTo(2);
        assertThat(list.path("items").valueStream().map(p -> p.path("name").asString()))
                .containsExactly("plus-three", "conda-forge");
        assertThat(get("/api/v1/policies?page=1&size=1").path("items").get(0))
                .isEqualTo(get("/api/v1/policies/conda-forge"));
    }

    @Test
    void tellsWhatAPageSays() {
        JsonNode policy = get("/api/v1/policies/conda-forge");

        assertThat(names(policy))
                .containsExactly(
                        "name",
                        "title",
                        "revision",
                        "loaded",
                        "electorate",
                        "deadline",
                        "minimumPeriod",
                        "defaultPeriod",
                        "items",
                        "page");
        assertThat(policy.path("electorate").toString()).isEqualTo("{\"emeritusMayVote\":true,\"roster\":\"opening\"}");
        assertThat(policy.path("minimumPeriod").asString()).isEqualTo("P1D");
        assertThat(policy.path("defaultPeriod").asString()).isEqualTo("P7D");
        assertThat(policy.path("page").asString()).startsWith("# conda-forge");
        assertThat(policy.path("items").valueStream().map(i -> i.path("name").asString()))
                .contains("cfep-approval", "core-removal", "lock-thread");
        JsonNode approval = policy.path("items").get(0);
        assertThat(names(approval))
                .containsExactly("name", "title", "classification", "subject", "rule", "ruleInWords", "restrictions");
        assertThat(approval.path("rule").asString()).startsWith("{majority: ");
        assertThat(names(approval.path("restrictions")))
                .containsExactly(
                        "minimumPeriod", "meetingInPeriod", "justification", "asksFor", "noNeedsComment", "earlyClose");
    }

    @Test
    void knowsEveryPolicyThatShips() {
        assertThat(Policies.shipped()).isNotEmpty().allSatisfy(policy -> {
            assertThat(get("/api/v1/policies/" + policy.name()).path("items").size())
                    .isEqualTo(policy.items().size());
            for (var item : policy.items()) {
                String path =
                        "/api/v1/policies/%s/items/%s/assess?active=18&yes=18".formatted(policy.name(), item.name());
                if (item.rule().isPresent()) {
                    assertThat(get(path).path("outcome").asString()).as(path).isEqualTo("passed");
                } else {
                    assertRefused(path, "item", "needs no vote");
                }
            }
        });
        assertThat(get("/api/v1/policies/conda").path("loaded").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "active=18&yes=9&no=1&abstain=1,               passed,    standard",
        "active=18&yes=2&no=9,                         rejected,  standard",
        "active=18&yes=2&no=1&period=P14D,             inquorate, none",
        "active=18&yes=2&no=1&period=P14D&timeout=met, passed,    time-out",
        "active=18,                                    inquorate, none"
    })
    void assessesATally(String query, String outcome, String route) {
        JsonNode answer = get(CFEP + "?" + query);

        assertThat(names(answer)).containsExactly("outcome", "route", "quorum", "routes");
        assertThat(answer.path("outcome").asString()).isEqualTo(outcome);
        assertThat(answer.path("route").asString()).isEqualTo(route);
        assertThat(names(answer.path("routes").get(0)))
                .containsExactly("route", "state", "sentence", "conditions", "possible");
        assertThat(names(answer.path("routes").get(0).path("conditions").get(0)))
                .containsAll(List.of("name", "have", "need", "met"));
    }

    @Test
    void takesThePeriodOfThePolicyWhereNoneIsGiven() {
        String policy = "/api/v1/policies/conda-forge/items/policy/assess?active=18&yes=6";

        assertThat(get(policy + "&period=P8D").path("route").asString()).isEqualTo("accelerated");
        assertThat(get(policy + "&period=P7D")).isEqualTo(get(policy));
        assertThat(get(policy).path("outcome").asString()).isEqualTo("inquorate");
    }

    @Test
    void assessesAConsensus() {
        JsonNode answer = get("/api/v1/policies/plus-three/items/consensus/assess?active=18&yes=3");

        assertThat(answer.path("outcome").asString()).isEqualTo("passed");
        assertThat(answer.path("route").asString()).isEqualTo("consensus");
        assertThat(answer.path("quorum").intValue()).isEqualTo(3);
        assertThat(answer.path("routes")
                        .get(0)
                        .path("conditions")
                        .get(1)
                        .path("bound")
                        .asString())
                .isEqualTo("at-most");
    }

    @Test
    void saysWhichPolicyItemOrParameterIsWrong() {
        assertThat(problem(send("GET", "/api/v1/policies/oak"), 404)
                        .path("detail")
                        .asString())
                .contains("plus-three", "conda-forge", "conda");
        assertThat(problem(send("GET", "/api/v1/policies/conda-forge/items/oak/assess?active=1"), 404)
                        .path("detail")
                        .asString())
                .contains("cfep-approval");
        problem(send("GET", "/api/v1/policies/conda-forge/items/cfep-approval"), 404);
        assertRefused(CFEP, "active", "missing");
        assertRefused(CFEP + "?active=many", "active", "from 0 to 1000000");
        assertRefused(CFEP + "?active=18&yes=-1", "yes", "from 0 to 1000000");
        assertRefused(CFEP + "?active=18&no=1.5", "no", "from 0 to 1000000");
        assertRefused(CFEP + "?active=18&abstain=9999999", "abstain", "from 0 to 1000000");
        assertRefused(CFEP + "?active=18&period=week", "period", "P7D");
        assertRefused(CFEP + "?active=18&period=-P7D", "period", "P7D");
        assertRefused(CFEP + "?active=18&timeout=yes", "timeout", "met, unmet");
        assertRefused(CFEP + "?active=18&jes=5", "jes", "active, yes, no, abstain, period, timeout");
    }
}
