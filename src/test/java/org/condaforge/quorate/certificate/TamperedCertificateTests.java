package org.condaforge.quorate.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Every value of a certificate is changed in turn, once leaving its hash and once with a hash that fits again.
class TamperedCertificateTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// What a recount has no second source for within the file; only its hash, kept elsewhere, holds it fast. Numbers
    /// of list items are left out.
    private static final Set<String> WITHOUT_SECOND_SOURCE = Set.of(
            "/vote/id",
            "/vote/title",
            "/vote/proposal",
            "/vote/justification",
            "/vote/calledBy",
            "/terms/policy",
            "/terms/revision",
            "/terms/item",
            "/terms/itemTitle",
            "/terms/rosterDate",
            "/text/source",
            "/text/revision",
            "/electorate/roster//login",
            "/electorate/roster//name",
            "/electorate/others//name",
            "/electorate/others//on",
            "/electorate/others//standing",
            "/ballots//name",
            "/ballots//comment",
            "/ballots//castAt",
            "/ballots//enteredBy",
            "/codes//code",
            "/voters//name",
            "/timeOut/declaredBy",
            "/timeOut/declaredAt",
            "/timeOut/verifiedBy",
            "/timeOut/verifiedAt",
            "/journal/position",
            "/journal/hash",
            "/dates/decided",
            "/dates/timeOut",
            "/terms/emeritusMayVote",
            "/evidence/open",
            "/evidence/ended",
            // Where no time-out asks for it.
            "/evidence/presented",
            "/evidence/chat/start",
            "/evidence/chat/middle",
            "/evidence/chat/end",
            "/evidence/mail/start",
            "/evidence/mail/middle",
            "/evidence/mail/end");

    private static ObjectNode tree(Certificate certificate) {
        return (ObjectNode) JSON.readTree(CertificateText.write(certificate));
    }

    /// What the check says against it; a file that is refused counts.
    private static List<String> against(ObjectNode tree) {
        try {
            return CertificateCheck.of(CertificateFile.read(JSON.writeValueAsString(tree)))
                    .differences();
        } catch (UnreadableCertificate e) {
            return List.of(e.getMessage());
        }
    }

    private static ObjectNode rehashed(ObjectNode tree) {
        return tree.put(CertificateFile.HASH, CanonicalJson.hash(tree));
    }

    /// The places of all values that are neither lists nor objects, and of empty lists.
    private static List<JsonPointer> leaves(JsonNode node, JsonPointer at) {
        List<JsonPointer> found = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(m -> found.addAll(leaves(m.getValue(), at.appendProperty(m.getKey()))));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                found.addAll(leaves(node.get(i), at.appendIndex(i)));
            }
        } else {
            found.add(at);
        }
        return found;
    }

    private static void set(ObjectNode tree, JsonPointer at, JsonNode value) {
        JsonNode parent = tree.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(at.last().getMatchingIndex(), value);
        }
    }

    /// Other values that could stand there, too, by what stands there.
    private static List<JsonNode> others(JsonNode value) {
        if (value.isNumber()) {
            return List.of(NODES.numberNode(value.longValue() + 1));
        }
        if (value.isBoolean()) {
            return List.of(NODES.booleanNode(!value.booleanValue()));
        }
        if (value.isArray()) {
            return List.of(NODES.arrayNode().add("x"));
        }
        if (value.isNull()) {
            return List.of(
                    NODES.stringNode("x"),
                    NODES.numberNode(3),
                    NODES.stringNode("standard"),
                    NODES.stringNode(InventedVotes.CLOSES.plusSeconds(60).toString()));
        }
        return words(value.stringValue()).stream()
                .<JsonNode>map(NODES::stringNode)
                .toList();
    }

    private static List<String> words(String text) {
        List<List<String>> groups = List.of(
                List.of("yes", "no", "abstain"),
                List.of("passed", "rejected", "inquorate"),
                List.of("standard", "accelerated", "time-out", "consensus", "sensitive"),
                List.of("passes", "rejects", "short", "not-needed", "not-offered"),
                List.of("active", "emeritus"),
                List.of("opening", "closing"),
                List.of("take part", "say yes", "days open"),
                List.of("at-least", "at-most"));
        Optional<List<String>> group =
                groups.stream().filter(words -> words.contains(text)).findFirst();
        if (group.isPresent()) {
            return group.get().stream().filter(word -> !word.equals(text)).toList();
        }
        if (text.matches("[0-9a-f]{64}")) {
            return List.of((text.startsWith("0") ? "1" : "0") + text.substring(1));
        }
        if (text.startsWith("{majority")) {
            return List.of(
                    text.replace("60%", "70%").replace("more than 50%", "60%").replace("2/3", "75%"));
        }
        if (text.startsWith("{any-of")) {
            return List.of(text.replace("yes: 3", "yes: 4"));
        }
        try {
            return List.of(
                    Instant.parse(text).plusSeconds(60).toString(),
                    Instant.parse(text).minus(Duration.ofDays(40)).toString());
        } catch (DateTimeException e) {
            // Something else.
        }
        try {
            return List.of(Duration.parse(text).plusDays(40).toString(), Duration.ZERO.toString());
        } catch (DateTimeException e) {
            // Something else.
        }
        try {
            return List.of(LocalDate.parse(text).plusDays(1).toString());
        } catch (DateTimeException e) {
            return List.of(text + "x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"passed", "rejected", "time-out", "lapsed", "consensus", "sensitive"})
    void everyChangedValueShows(String name) {
        Certificate certificate = InventedVotes.named(name);
        for (JsonPointer at : leaves(tree(certificate), JsonPointer.empty())) {
            for (JsonNode other : others(tree(certificate).at(at))) {
                ObjectNode tampered = tree(certificate);
                set(tampered, at, other);
                assertThat(against(tampered)).as("%s: %s", at, other).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"passed", "rejected", "time-out", "lapsed", "consensus", "sensitive"})
    void everyMemberThatIsMissingShowsWhateverTheHash(String name) {
        Certificate certificate = InventedVotes.named(name);
        for (JsonPointer at : leaves(tree(certificate), JsonPointer.empty())) {
            for (JsonPointer gone = at; !gone.matches(); gone = gone.head()) {
                ObjectNode tampered = tree(certificate);
                if (tampered.at(gone.head()) instanceof ObjectNode parent) {
                    parent.remove(gone.last().getMatchingProperty());
                    if (!gone.toString().equals("/" + CertificateFile.HASH)) {
                        rehashed(tampered);
                    }
                    assertThat(against(tampered)).as(gone.toString()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void theRecountCatchesWhatIsChangedWithAHashThatFitsAgain() {
        InventedVotes.all()
                .keySet()
                .forEach(name -> assertThat(uncaught(name))
                        .as(name)
                        .isSubsetOf(WITHOUT_SECOND_SOURCE)
                        .noneMatch(place -> place.startsWith("/result")));
        assertThat(uncaught("time-out")).noneMatch(place -> place.matches("/evidence/(chat|mail|presented|ended).*"));
    }

    /// Where a value can be changed, with a hash that fits again, without the recount noticing.
    private static Set<String> uncaught(String name) {
        Set<String> uncaught = new TreeSet<>();
        Certificate certificate = InventedVotes.named(name);
        for (JsonPointer at : leaves(tree(certificate), JsonPointer.empty())) {
            for (JsonNode other : others(tree(certificate).at(at))) {
                ObjectNode tampered = tree(certificate);
                set(tampered, at, other);
                if (!at.toString().equals("/" + CertificateFile.HASH)
                        && against(rehashed(tampered)).isEmpty()) {
                    uncaught.add(at.toString().replaceAll("/\\d+", "/"));
                }
            }
        }
        return uncaught;
    }

    @Test
    void aBallotThatIsAddedLeftOutOrDoubledShows() {
        ObjectNode added = tree(InventedVotes.rejected());
        ArrayNode ballots = (ArrayNode) added.path("ballots");
        ballots.add(ballots.get(0).deepCopy());
        assertThat(against(rehashed(added)))
                .contains("Voted more than once: alder.", "Yes: 2 in the ballots, 1 in the certificate.");

        ObjectNode stranger = tree(InventedVotes.rejected());
        ((ObjectNode) stranger.path("ballots").get(0)).put("login", "thornbush");
        assertThat(against(rehashed(stranger))).containsExactly("Voted, and could not by the roster: thornbush.");

        ObjectNode left = tree(InventedVotes.rejected());
        ((ArrayNode) left.path("ballots")).remove(1);
        assertThat(against(rehashed(left)))
                .contains(
                        "No: 2 in the ballots, 3 in the certificate.",
                        "Counted again: inquorate; the certificate says rejected by the standard route.")
                .anyMatch(
                        difference -> difference.startsWith("The standard route: it is short, and the certificate says"
                                + " rejects; the condition is “take part” 4, at least 5, and the certificate says"));
    }

    @Test
    void anEmeritusWhoMayNotVoteShows() {
        ObjectNode tampered = tree(InventedVotes.passed());
        ((ObjectNode) tampered.path("terms")).put("emeritusMayVote", false);
        assertThat(against(rehashed(tampered))).containsExactly("Voted, and could not by the roster: willow.");
    }

    @Test
    void aTimeOutThatOneMemberDeclaredAndVerifiedShows() {
        ObjectNode tampered = tree(InventedVotes.timeOut());
        ((ObjectNode) tampered.path("timeOut")).put("verifiedBy", "ALDER");
        assertThat(against(rehashed(tampered)))
                .containsExactly("The time-out was not declared by one member and then verified by another.");
        tampered.putNull("timeOut");
        assertThat(against(rehashed(tampered))).containsExactly("It was timed out, and nobody declared that.");
    }
}
