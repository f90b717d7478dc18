package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The section "Real votes against these pages" of the guide says what the pages would have made of votes that took
/// place: of all of them, with the figures of the record, and with what the rules say.
class RealVotesTests {

    private static final String SECTION = "Real votes against these pages";
    private static final List<String> HEADER =
            List.of("vote", "item", "active", "yes", "no", "abstain", "declared", "by our page", "agrees", "remark");

    /// What the records call an item, by their community.
    private static final Map<String, String> ITEMS = Map.of(
            "conda: Enhancement Proposal Approval", "conda enhancement-proposal",
            "conda: Nominate new Steering Council member", "conda council-nomination",
            "conda-forge: Spending of funds", "conda-forge spending",
            "conda-forge: Modifying Governance", "conda-forge governance-change",
            "conda-forge: CFEP Approval", "conda-forge cfep-approval",
            "conda-forge: sub-team formation", "conda-forge sub-team-formation");

    /// A vote as the record has it, with complete totals.
    private record Held(String item, int active, Tally tally, Optional<Duration> period, String declared) {}

    /// A row of the table, or an entry of a list below it.
    private record Told(String link, List<String> cells) {}

    private final Map<String, Held> held = new HashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<Told> rows = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private List<String> header = List.of();

    @BeforeEach
    void readTheRecord() throws IOException {
        var json = new JsonMapper();
        for (var vote : json.readTree(RealData.text("truth/real-votes.json"))) {
            var community = vote.get("community").asString();
            if (vote.get("counts_complete").asBoolean() && !community.equals("other")) {
                held.put(
                        vote.get("url").asString(),
                        new Held(
                                item(community, vote),
                                vote.get("eligible").asInt(),
                                tally(vote),
                                between(date(vote, "date_called"), date(vote, "stated_end")),
                                vote.get("outcome").asString()));
            } else {
                others.add(vote.get("url").asString());
            }
        }
        for (var vote : json.readTree(RealData.text("truth/vote-results.json"))) {
            if (vote.get("outcome").isNull() || vote.get("policy").asString().contains("{")) {
                continue; // the folder's guide and its template
            }
            var opened = OffsetDateTime.parse(vote.get("opened").asString());
            held.put(
                    address(vote.get("file").asString()),
                    new Held(
                            item("conda-forge", vote),
                            coreOn(opened.toLocalDate()),
                            tally(vote),
                            Optional.of(Duration.between(
                                    opened,
                                    OffsetDateTime.parse(
                                            vote.get("proposed_close").asString()))),
                            vote.get("outcome").asString()));
            if (!vote.get("stated_core_size").isNull()) {
                assertThat(coreOn(opened.toLocalDate()))
                        .isEqualTo(vote.get("stated_core_size").asInt());
            }
        }
        readTheGuide();
    }

    @Test
    void areAllInTheTable() {
        assertThat(header).isEqualTo(HEADER);
        assertThat(held).hasSize(8);
        assertThat(rows).extracting(Told::link).containsExactlyInAnyOrderElementsOf(held.keySet());
    }

    @Test
    void areInTheTableWithTheFiguresOfTheRecord() {
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            var vote = heldAt(row);
            assertThat(row.cells().subList(1, 7))
                    .containsExactly(
                            vote.item(),
                            "" + vote.active(),
                            "" + vote.tally().yes(),
                            "" + vote.tally().no(),
                            "" + vote.tally().abstain(),
                            vote.declared());
        });
    }

    @Test
    void areAssessedInTheTableAsTheRulesSay() {
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            var outcome = byOurPage(heldAt(row));
            assertThat(row.cells().get(7)).isEqualTo(outcome);
            assertThat(row.cells().get(8)).isEqualTo(agree(row.cells().get(6), outcome) ? "agrees" : "differs");
        });
    }

    @Test
    void areListedWithTheirReasonWhereTheyAreNotAssessed() {
        assertThat(others).hasSize(28);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(others);
    }

    /// A vote that failed may have been rejected, or too few took part: the records use one word for both.
    private static boolean agree(String declared, String outcome) {
        return declared.equals("failed")
                ? List.of("rejected", "inquorate").contains(outcome)
                : declared.equals(outcome);
    }

    private static String byOurPage(Held vote) {
        var names = vote.item().split(" ");
        var policy = Policies.shipped().stream()
                .filter(page -> page.name().equals(names[0]))
                .findFirst()
                .orElseThrow();
        return Assessment.of(
                        policy.item(names[1]).orElseThrow().rule().orElseThrow(),
                        new Electorate(vote.active()),
                        vote.tally(),
                        Evidence.atEndOf(vote.period().orElse(policy.defaultPeriod())))
                .outcome()
                .label();
    }

    private static String item(String community, JsonNode vote) {
        var name = community + ": " + vote.get("policy").asString();
        return Objects.requireNonNull(ITEMS.get(name), name);
    }

    private Held heldAt(Told row) {
        return Objects.requireNonNull(held.get(row.link()), row.link());
    }

    private static Tally tally(JsonNode vote) {
        return new Tally(
                vote.get("yes").asInt(),
                vote.get("no").asInt(),
                vote.get("abstain").isNull() ? 0 : vote.get("abstain").asInt());
    }

    private static Optional<LocalDate> date(JsonNode vote, String name) {
        return Optional.of(vote.get(name)).filter(node -> !node.isNull()).map(node -> LocalDate.parse(node.asString()));
    }

    private static Optional<Duration> between(Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.flatMap(start -> to.map(end -> Duration.between(start.atStartOfDay(), end.atStartOfDay())));
    }

    /// The address that stands under the title of a vote record.
    private static String address(String file) {
        var found = Pattern.compile("(?m)^## (https://\\S+)$").matcher(RealData.text("vote-results/" + file));
        assertThat(found.find()).as(file).isTrue();
        return found.group(1);
    }

    /// How many were on the list of core members that held on that day.
    private static int coreOn(LocalDate day) throws IOException {
        try (Stream<Path> lists = Files.list(RealData.path("members/history"))) {
            var list = lists.filter(file -> file.getFileName().toString().endsWith("-core.csv"))
                    .filter(file -> !day.isBefore(
                            LocalDate.parse(file.getFileName().toString().substring(0, 10))))
                    .max(Path::compareTo)
                    .orElseThrow();
            return (int) Files.readAllLines(list).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("github_username"))
                    .count();
        }
    }

    private void readTheGuide() {
        var guide = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(PageText.shipped("README"));
        var node = guide.getFirstChild();
        while (!(node instanceof Heading && text(node).equals(SECTION))) {
            node = node.getNext();
        }
        for (node = node.getNext();
                node != null && !(node instanceof Heading h && h.getLevel() <= 2);
                node = node.getNext()) {
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(CustomNode custom) {
                    if (custom instanceof TableRow row) {
                        take(row);
                    } else {
                        visitChildren(custom);
                    }
                }

                @Override
                public void visit(CustomBlock block) {
                    assertThat(block).isInstanceOf(TableBlock.class);
                    visitChildren(block);
                }

                @Override
                public void visit(Link link) {
                    listed.add(link.getDestination());
                }
            });
        }
    }

    private void take(TableRow row) {
        var cells = Stream.iterate(row.getFirstChild(), cell -> cell != null, Node::getNext)
                .map(RealVotesTests::text)
                .toList();
        if (header.isEmpty()) {
            header = cells;
        } else {
            var links = new ArrayList<String>();
            row.accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    links.add(link.getDestination());
                }
            });
            rows.add(new Told(links.getFirst(), cells));
        }
    }

    private static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString().strip();
    }
}
