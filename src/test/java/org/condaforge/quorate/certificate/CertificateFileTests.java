package org.condaforge.quorate.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.condaforge.quorate.certificate.UnreadableCertificate.Problem;
import org.condaforge.quorate.store.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CertificateFileTests {

    private static final String GOOD = CertificateText.write(InventedVotes.passed());

    private static List<String> problems(String text) {
        UnreadableCertificate e = catchThrowableOfType(UnreadableCertificate.class, () -> CertificateFile.read(text));
        return e == null
                ? List.of()
                : e.problems().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"choice\": \"yes\" | \"choice\": \"maybe\" | /ballots/0/choice: found “maybe”, expected yes, no or abstain",
                "\"quorum\": 6 | \"quorum\": 6.0 | /result/quorum: found 6.0, expected a whole number from 0 to 1,000,000",
                "\"quorum\": 6 | \"quorum\": -1 | /result/quorum: found -1, expected a whole number from 0 to 1,000,000",
                "\"lapsed\": false | \"lapsed\": \"false\" | /result/lapsed: found “false”, expected true or false",
                "\"opened\": \"2026-03-02T09:00:00.123456Z\" | \"opened\": \"2026-03-02T09:00:00.123456+00:00\" | /dates/opened: found “2026-03-02T09:00:00.123456+00:00”, expected an instant in UTC such as 2026-03-02T09:00:00Z",
                "\"planned\": \"PT168H\" | \"planned\": \"P7D\" | /evidence/planned: found “P7D”, expected a period such as PT168H",
                "\"lapsed\": false | \"lapsed\": false, \"also\": 1 | /result/also: found a member of another format, expected one of lapsed, outcome, quorum, route, routes, tally",
                "\"title\": \"Accept CFEP-07 <b>\" | \"title\": \"half \\uD83C\" | /vote/title: found half a character, expected text in Unicode",
                "\"quorate-certificate\": 1 | \"quorate-certificate\": 2 | /quorate-certificate: found 2, expected 1: this Quorate knows no other version of the format"
            })
    void saysWhatIsWrongWhereAndWhatItExpects(String good, String bad, String problem) {
        assertThat(GOOD).contains(good);
        assertThat(problems(GOOD.replaceFirst(
                        java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad))))
                .containsExactly(problem);
    }

    @Test
    void saysEveryThingThatIsWrong() {
        assertThat(problems(GOOD.replace("\"choice\": \"yes\"", "\"choice\": 1").replace("\"have\"", "\"has\"")))
                .hasSizeGreaterThan(10)
                .contains("/ballots/0/choice: found 1, expected yes, no or abstain")
                .contains("/result/routes/0/conditions/0/have: found nothing, expected a value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the file: found other JSON, expected a certificate, which is an object",
                "[] | the file: found other JSON, expected a certificate, which is an object",
                "{} | the file: found no member “quorate-certificate”, expected a certificate of Quorate",
                "{\"a\": 1, \"a\": 2} | the file: found what is no JSON in line 1",
                "{} {} | the file: found what is no JSON in line 1",
                "not JSON | the file: found what is no JSON in line 1"
            })
    void refusesWhatIsNoCertificate(String text, String problem) {
        assertThat(problems(text)).hasSize(1).first().asString().startsWith(problem);
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThat(problems(" ".repeat(CertificateFile.LONGEST + 1)))
                .containsExactly("the file: found 32,000,001 characters, expected at most 32,000,000");
        assertThat(problems("[".repeat(100_000))).hasSize(1);
        assertThat(problems("{\"quorate-certificate\": 1" + "0".repeat(100_000) + "}"))
                .hasSize(1);
        assertThat(problems(GOOD.replace("Seeds rot.", "x".repeat(80_000))))
                .containsExactly("/vote/justification: found 80,000 characters, expected at most 70,000");
    }

    @Test
    void theHashDoesNotDependOnBlanksAndTheOrderOfMembers() throws UnreadableCertificate {
        JsonMapper json = JsonMapper.builder()
                .enable(tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        JsonNode tree = json.readTree(GOOD);
        String other = json.writeValueAsString(json.treeToValue(tree, Object.class));
        assertThat(other).isNotEqualTo(GOOD);
        CertificateFile file = CertificateFile.read(other);
        assertThat(file.contentHash()).isEqualTo(file.writtenHash());
    }

    @Test
    void theCanonicalFormIsThatOfRfc8785() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("\u20ac", "Euro");
        node.put("b", 1).put("a", "\u0000\u001f\b\t\n\f\r\"\\/\u007f\u00e9🌱\u2028");
        node.putArray("c").add(true).addNull().add(-5);
        node.putObject("d");
        assertThat(CanonicalJson.of(node))
                .isEqualTo("{\"a\":\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007fé🌱\u2028\",\"b\":1,"
                        + "\"c\":[true,null,-5],\"d\":{},\"€\":\"Euro\"}");
        assertThat(Sha256.of(CanonicalJson.of(node))).hasSize(64);
    }

    @Test
    void survivesEveryKindOfDamage() {
        Random random = new Random(7);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder damaged = new StringBuilder(GOOD);
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(4)) {
                    case 0 -> damaged.setCharAt(at, (char) random.nextInt(0x2100));
                    case 1 -> damaged.deleteCharAt(at);
                    case 2 -> damaged.insert(at, "{}[]\",:0-\\e".charAt(random.nextInt(11)));
                    default -> damaged.setLength(at + 1);
                }
            }
            check(damaged.toString());
        }
    }

    @Test
    void survivesEveryKindOfValueAnywhere() {
        Random random = new Random(8);
        List<String> values = List.of(
                "null",
                "true",
                "0",
                "-1",
                "1e400",
                "9223372036854775808",
                "\"\"",
                "\"\\u001b[31m\"",
                "\"{any-of: [{any-of: []}]}\"",
                "\"{majority: 9999999999%, routes: [standard]}\"",
                "\"{majority: 60%, routes: [standard], minimum-quorum: 2147483647}\"",
                "\"PT-1H\"",
                "\"PT999999999999999H\"",
                "\"-999999999-01-01T00:00:00Z\"",
                "\"+1000000000-12-31T23:59:59.999999999Z\"",
                "[]",
                "{}",
                "[[[[[[]]]]]]");
        JsonMapper json = JsonMapper.shared();
        for (int i = 0; i < 4_000; i++) {
            ObjectNode tree = (ObjectNode) json.readTree(GOOD);
            JsonNode at = tree;
            while (true) {
                List<JsonNode> deeper = at.valueStream()
                        .filter(child -> child.isContainer() && !child.isEmpty())
                        .collect(Collectors.toList());
                if (deeper.isEmpty() || random.nextInt(3) == 0) {
                    break;
                }
                at = deeper.get(random.nextInt(deeper.size()));
            }
            JsonNode value = json.readTree(values.get(random.nextInt(values.size())));
            if (at instanceof ObjectNode object) {
                List<String> names = List.copyOf(object.propertyNames());
                object.set(names.get(random.nextInt(names.size())), value);
            } else {
                ((ArrayNode) at).set(random.nextInt(at.size()), value);
            }
            if (tree.path(CertificateFile.HASH).isString()) {
                tree.put(CertificateFile.HASH, CanonicalJson.hash(tree));
            }
            check(json.writeValueAsString(tree));
        }
    }

    /// Either it is refused with problems that say where, or it is checked; nothing else happens, and no control
    /// character reaches a terminal.
    private static void check(String text) {
        try {
            CertificateReport report = CertificateCheck.of(CertificateFile.read(text));
            assertThat(report.subject() + report.result()).doesNotContainPattern("\\p{Cntrl}");
            assertThat(report.lines())
                    .allSatisfy(line -> assertThat(line.sentence()).doesNotContainPattern("\\p{Cntrl}"));
        } catch (UnreadableCertificate e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(50)
                    .allSatisfy(problem -> assertThat(problem.toString()).doesNotContainPattern("\\p{Cntrl}"));
        }
    }
}
