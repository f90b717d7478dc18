package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Plane;
import org.condaforge.quorate.ui.component.Texture;

/// What becomes of every tally: a picture over yes and no, the same in a sentence, and as a table.
final class OutcomeChart extends Composite<Card> {

    /// Up to so many ballots are drawn: beyond that a cell is less than a pixel on a phone.
    static final int LARGEST = 200;

    private final Rule rule;
    private final Div drawn = new Div();

    OutcomeChart(Rule rule) {
        this.rule = rule;
    }

    @Override
    protected Card initContent() {
        return new Card("Every tally", drawn);
    }

    void show(Trial trial) {
        drawn.removeAll();
        if (Math.max(trial.active(), trial.tally().cast()) > LARGEST) {
            drawn.add(new Empty(
                    "The picture is drawn for up to %d members. The sentence and the routes above hold for any number."
                            .formatted(LARGEST)));
            return;
        }
        var map = OutcomeMap.of(rule, trial);
        var words = new OutcomeWords(map);
        var summary = words.summary(trial.active());
        var tally = trial.tally();
        var here = "%d yes, %d no".formatted(tally.yes(), tally.no());
        var becomes = map.at(tally.yes(), tally.no()).orElseThrow().words();
        var plane = new Plane(
                        "%s The marked tally, %s: %s.".formatted(summary, here, becomes),
                        map.most() + 1,
                        regions(map),
                        lines(map, rule, new Electorate(trial.active())))
                .axes("yes", "no")
                .point(tally.yes(), tally.no(), here);
        drawn.add(new Paragraph(summary), plane, table(words));
    }

    private static List<Plane.Region> regions(OutcomeMap map) {
        var regions = new ArrayList<Plane.Region>();
        map.kinds().forEach((kind, rows) -> {
            var runs = new ArrayList<Plane.Run>();
            rows.forEach((no, stretches) ->
                    stretches.forEach(stretch -> runs.add(new Plane.Run(no, stretch.from(), stretch.to()))));
            regions.add(new Plane.Region(colour(kind), texture(kind), kind.words(), runs));
        });
        return regions;
    }

    private static String colour(OutcomeMap.Kind kind) {
        return switch (kind.label()) {
            case "passed" -> "q-yes";
            case "rejected" -> "q-no";
            default -> "q-unfilled";
        };
    }

    private static Texture texture(OutcomeMap.Kind kind) {
        return kind.route()
                .map(route -> switch (route) {
                    case STANDARD -> kind.passes() ? Texture.NONE : Texture.DASHES;
                    case ACCELERATED -> Texture.SLASHES;
                    case TIME_OUT -> kind.passes() ? Texture.DOTS : Texture.DOUBLE_DASHES;
                    case CONSENSUS -> kind.passes() ? Texture.CROSSES : Texture.DASHES;
                })
                .orElse(Texture.NONE);
    }

    /// Quorum and threshold of a majority; a consensus has none but its regions.
    private static List<Plane.Line> lines(OutcomeMap map, Rule rule, Electorate electorate) {
        return switch (rule) {
            case Majority majority ->
                List.of(
                        new Plane.Line(
                                "q-mark",
                                "quorum: %d take part".formatted(majority.quorum(electorate)),
                                map.quorumLine(majority, electorate)),
                        new Plane.Line(
                                "q-mark-soft",
                                "%s of yes and no say yes"
                                        .formatted(majority.threshold().text()),
                                map.thresholdLine(majority)));
            case Consensus _ -> List.of();
            case AnyOf(var rules) -> lines(map, rules.getLast(), electorate);
        };
    }

    private static Component table(OutcomeWords words) {
        var head = new NativeTableRow(
                new NativeTableHeaderCell("No"), new NativeTableHeaderCell("Fewest yes that pass, and the route"));
        head.getChildren().forEach(cell -> cell.getElement().setAttribute("scope", "col"));
        var table = new NativeTable();
        table.addClassName("q-table");
        table.getHead().add(head);
        words.rows()
                .forEach(row -> table.getBody()
                        .add(new NativeTableRow(new NativeTableCell(row.no()), new NativeTableCell(row.passes()))));
        var details = new NativeDetails("The same as a table", table);
        details.addClassName("q-below");
        return details;
    }
}
