package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages that ship say what the governance documents say.
class ShippedPagesTests {

    private final Policies policies = new Policies(Policies.shipped());

    @Test
    void areThreeWithTheDefaultOnesFirst() {
        assertThat(Policies.shipped()).extracting(Policy::name).containsExactly("plus-three", "conda-forge", "conda");
    }

    @Test
    void ofPlusThreeHasOneItem() {
        assertThat(names("plus-three")).containsExactly("consensus");
    }

    @Test
    void ofCondaForgeHasThirteenItems() {
        assertThat(names("conda-forge"))
                .containsExactly(
                        "cfep-approval",
                        "staged-recipes-nomination",
                        "core-nomination",
                        "sub-team-formation",
                        "sub-team-dissolution",
                        "lock-thread",
                        "block-contributor",
                        "staged-recipes-removal",
                        "core-removal",
                        "policy",
                        "spending",
                        "governance-change",
                        "other");
    }

    @Test
    void ofCondaHasSixteenItems() {
        assertThat(names("conda"))
                .containsExactly(
                        "enhancement-proposal",
                        "council-nomination",
                        "provisional-nomination",
                        "provisional-removal",
                        "sub-team-formation",
                        "sub-team-dissolution",
                        "incubator-addition",
                        "incubator-removal",
                        "project-incorporation",
                        "lock-thread",
                        "block-contributor",
                        "council-removal",
                        "spending",
                        "governance-change",
                        "membership-appeal",
                        "other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cfep-approval             | STANDARD  | 60%           | standard time-out
            staged-recipes-nomination | SENSITIVE | more than 50% | standard accelerated time-out
            core-nomination           | SENSITIVE | 2/3           | standard time-out
            sub-team-formation        | STANDARD  | more than 50% | standard time-out
            sub-team-dissolution      | STANDARD  | more than 50% | standard time-out
            block-contributor         | SENSITIVE | 60%           | standard time-out
            staged-recipes-removal    | SENSITIVE | 2/3           | standard time-out
            core-removal              | SENSITIVE | 75%           | standard time-out
            policy                    | STANDARD  | more than 50% | standard accelerated time-out
            spending                  | STANDARD  | more than 50% | standard time-out
            governance-change         | STANDARD  | 75% plus 1    | standard time-out
            other                     | STANDARD  | more than 50% | standard time-out
            """)
    void ofCondaForgeHasTheThresholdsOfItsSource(
            String item, Classification classification, String threshold, String routes) {
        assertMajority("conda-forge", item, classification, threshold, routes, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enhancement-proposal   | STANDARD  | 60%
            council-nomination     | SENSITIVE | 2/3
            provisional-nomination | SENSITIVE | more than 50%
            provisional-removal    | SENSITIVE | more than 50%
            sub-team-formation     | STANDARD  | more than 50%
            sub-team-dissolution   | STANDARD  | more than 50%
            incubator-removal      | STANDARD  | more than 50%
            project-incorporation  | STANDARD  | 60%
            block-contributor      | SENSITIVE | 60%
            council-removal        | SENSITIVE | 75%
            spending               | STANDARD  | more than 50%
            governance-change      | STANDARD  | 75%
            membership-appeal      | SENSITIVE | more than 50%
            other                  | STANDARD  | more than 50%
            """)
    void ofCondaHasTheThresholdsOfItsSourceAndNeverLessThanFive(
            String item, Classification classification, String threshold) {
        assertMajority("conda", item, classification, threshold, "standard time-out", 5);
    }

    private void assertMajority(
            String policy, String name, Classification classification, String threshold, String routes, int least) {
        var item = policies.item(policy, name);
        assertThat(item.classification()).isEqualTo(classification);
        assertThat(item.rule()).get().isInstanceOfSatisfying(Majority.class, majority -> {
            assertThat(majority.threshold().text()).isEqualTo(threshold);
            assertThat(majority.routes().stream().map(Route::label).collect(Collectors.toSet()))
                    .isEqualTo(Set.of(routes.split(" ")));
            assertThat(majority.minimumQuorum()).isEqualTo(least);
        });
    }

    @Test
    void needNoVoteToLockAThreadButAJustification() {
        for (var policy : List.of("conda-forge", "conda")) {
            var item = policies.item(policy, "lock-thread");
            assertThat(item.rule()).isEmpty();
            assertThat(item.restrictions().justification()).isTrue();
        }
    }

    @Test
    void ofPlusThreeWantsThreeAndNoObjectionThatIsNotExplained() {
        var policy = policies.policy("plus-three").orElseThrow();
        var item = policy.items().getFirst();
        assertThat(item.rule()).contains((Rule) new Consensus(3, 0, false));
        assertThat(item.restrictions())
                .isEqualTo(new Restrictions(Duration.ofDays(3), false, false, List.of(), true, false));
        assertThat(policy.emeritusMayVote()).isTrue();
        assertThat(policy.defaultPeriod()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void differInElectoratePeriodAndDeadline() {
        var forge = policies.policy("conda-forge").orElseThrow();
        assertThat(forge.emeritusMayVote()).isTrue();
        assertThat(forge.minimumPeriod()).isEqualTo(Duration.ofHours(24));
        assertThat(forge.deadline()).isEqualTo(Deadline.INSTANT);
        assertThat(forge.revision()).isEqualTo("2025-11");
        var conda = policies.policy("conda").orElseThrow();
        assertThat(conda.emeritusMayVote()).isFalse();
        assertThat(conda.minimumPeriod()).isEqualTo(Duration.ofDays(7));
        assertThat(conda.deadline()).isEqualTo(Deadline.ANYWHERE_ON_EARTH);
        assertThat(policies.item("conda", "block-contributor").restrictions().minimumPeriod())
                .isEqualTo(Duration.ofHours(24));
        assertThat(Policies.shipped()).extracting(Policy::roster).containsOnly(RosterDate.OPENING);
    }

    @Test
    void askForAMeetingWhereTheSourceAsksForAMeetingCycle() {
        assertThat(itemsWhere(Restrictions::meetingInPeriod))
                .isEqualTo(Map.of(
                        "conda-forge", Set.of("policy", "governance-change"), "conda", Set.of("governance-change")));
    }

    @Test
    void askForReasonsWhereThePersonOrTeamConcernedIsOwedThem() {
        assertThat(itemsWhere(Restrictions::justification).get("conda-forge"))
                .isEqualTo(Set.of(
                        "staged-recipes-nomination",
                        "core-nomination",
                        "sub-team-dissolution",
                        "lock-thread",
                        "block-contributor",
                        "staged-recipes-removal",
                        "core-removal"));
        assertThat(policies.item("conda-forge", "spending").restrictions().asksFor())
                .containsExactly("purpose", "time limit", "source of funds");
        assertThat(policies.item("conda-forge", "sub-team-formation")
                        .restrictions()
                        .asksFor())
                .containsExactly("name", "role", "members", "charter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plus-three", "conda-forge", "conda"})
    void sayHowTheyReadTheirSource(String policy) {
        assertThat(PageText.shipped(policy))
                .containsPattern("(?m)^## Readings\\n(?s:.*?)^\\| open \\| read as \\| because \\|");
    }

    /// What the sources leave open and every reader asks first. plus-three knows no share and no quorum.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            conda-forge | a tie where "50%" is asked for       | rejected
            conda-forge | "66.7%"                              | two thirds, exactly
            conda-forge | "75% plus one of those voting"       | yes votes at three quarters of yes and no, and one more
            conda-forge | "75% plus one" when few vote         | a unanimous yes passes
            conda-forge | abstentions                          | count to the quorum and to nothing else
            conda-forge | whether abstentions count to the accelerated quorum | they do not
            conda-forge | "longer than a week"                 | more than seven days; exactly seven are not
            conda-forge | whose roster makes the quorum        | the active members when the vote opens
            conda-forge | who may cast                         | whoever is a member on the day; a ballot once cast stays
            conda-forge | "been presented and discussed at a Core team meeting" | a meeting from the opening on and before the end
            conda-forge | a vote past its end without a quorum | overdue, until a time-out or 28 days without one
            conda-forge | secrecy of sensitive votes           | kept from the public
            conda       | a tie where "50%" is asked for       | rejected
            conda       | "2/3rds"                             | two thirds, exactly
            conda       | abstentions                          | count to the quorum and to nothing else
            conda       | whose roster makes the quorum        | the active members when the vote opens
            conda       | who may cast                         | whoever is on the council on the day; a ballot once cast stays
            conda       | "been presented and discussed at a Steering Council meeting" | a meeting from the opening on and before the end
            conda       | a vote past its end without a quorum | overdue, until a time-out or 28 days without one
            conda       | "private to the voters after the vote has occurred" | kept from the public
            plus-three  | whether an abstention spoils it      | it does not
            plus-three  | whose roster counts                  | no quorum is computed from one
            plus-three  | how long a vote is open              | at least 72 hours
            """)
    void readWhatTheSourceLeavesOpen(String policy, String open, String readAs) {
        assertThat(rows(policy, "Readings")).anySatisfy(row -> {
            assertThat(row).hasSize(3).doesNotContain("");
            assertThat(row.get(0)).isEqualTo(open);
            assertThat(row.get(1)).startsWith(readAs);
        });
    }

    @Test
    void ofCondaRecordBothContradictionsOfTheSource() {
        assertThat(rows("conda", "Contradictions"))
                .satisfiesExactly(
                        third -> assertThat(third)
                                .hasSize(4)
                                .satisfies(row -> assertThat(row.get(0)).contains("third example"))
                                .satisfies(row -> assertThat(row.get(2)).contains("five members"))
                                .satisfies(row -> assertThat(row.get(3)).endsWith("inquorate")),
                        nine -> assertThat(nine)
                                .hasSize(4)
                                .satisfies(row -> assertThat(row.get(1)).contains("if 9 people are required"))
                                .satisfies(row -> assertThat(row.get(2)).contains("20 members")));
        assertThat(policies.item("conda", "spending").examples()).anySatisfy(example -> {
            assertThat(example.tally()).isEqualTo(new Tally(3, 1, 0));
            assertThat(example.timeOutMet()).isTrue();
            assertThat(example.outcome()).isEqualTo("inquorate");
            assertThat(example.why()).contains("Contradictions");
        });
    }

    /// The rows of the table under that heading, without its header.
    private static List<List<String>> rows(String policy, String heading) {
        var page = PageText.shipped(policy) + "\n## ";
        var from = page.indexOf("\n## " + heading + "\n");
        assertThat(from).isPositive();
        return page.substring(from + 4, page.indexOf("\n## ", from + 4))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private List<String> names(String policy) {
        return policies.policy(policy).orElseThrow().items().stream()
                .map(VotingItem::name)
                .toList();
    }

    private static Map<String, Set<String>> itemsWhere(Predicate<Restrictions> asked) {
        return Policies.shipped().stream()
                .flatMap(policy -> policy.items().stream())
                .filter(item -> asked.test(item.restrictions()))
                .collect(Collectors.groupingBy(
                        VotingItem::policy, Collectors.mapping(VotingItem::name, Collectors.toSet())));
    }
}
