package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Drawing;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.ReplayReport;
import org.condaforge.quorate.vote.ReplayRun;
import org.condaforge.quorate.vote.ReplayedVote;
import org.condaforge.quorate.vote.ReplayedVote.Verdict;
import org.condaforge.quorate.vote.Yardstick;

/// How far a replay is, and once it is done, what it found: a sentence with a bar, then the votes.
final class ReplayResult extends Composite<Div> {

    private final Reader reader;
    private final Runnable again;
    private final ProgressBar bar = new ProgressBar();
    private final Span reached = new Span();
    private boolean counting;
    private Optional<ReplayRun> shown = Optional.empty();

    /// @param again counts once more
    ReplayResult(Reader reader, Runnable again) {
        this.reader = reader;
        this.again = again;
        getContent().addClassName("q-stack");
        bar.getElement().setAttribute("aria-label", "Votes counted");
        reached.addClassNames("q-dim", "q-small");
        reached.getElement().setAttribute("aria-live", "polite");
    }

    /// Says that there is nothing to count by yet.
    void showNothing() {
        become(new Card(new Empty("Choose another policy, or edit a copy of a rule: here appears how every closed vote"
                + " would have ended, what would differ, and why. Nothing on record changes.")));
    }

    /// Says in a sentence why there is nothing to see.
    void showRefusal(String reason) {
        become(new Card(new Paragraph(reason)));
    }

    /// Shows where that run is.
    void show(ReplayRun run, ReplayAddress address) {
        shown = Optional.of(run);
        ReplayRun.Progress progress = run.progress();
        switch (progress.state()) {
            case RUNNING -> showProgress(progress);
            case DONE -> progress.report().ifPresent(report -> showReport(report, address));
            case STOPPED ->
                become(new Card(new Empty("The count was stopped.", new Button("Count again", click -> again.run()))));
            case FAILED ->
                become(new Card(new Empty(
                        "The count failed and nothing was changed. If it fails again, its reason is in the log.",
                        new Button("Count again", click -> again.run()))));
        }
    }

    private void showProgress(ReplayRun.Progress progress) {
        bar.setIndeterminate(progress.total() == 0);
        bar.setMax(Math.max(1, progress.total()));
        bar.setValue(progress.done());
        reached.setText("%,d of %,d votes counted. You can leave this page and come back."
                .formatted(progress.done(), progress.total()));
        if (!counting) {
            become(new Card("Counting", bar, reached, new Button("Stop", click -> shown.ifPresent(ReplayRun::stop))));
            counting = true;
        }
    }

    private void showReport(ReplayReport report, ReplayAddress address) {
        if (report.votes().isEmpty()) {
            become(new Card(
                    new Empty("There is no closed vote to count yet. Votes appear here once they have ended."),
                    fine(report)));
            return;
        }
        become(summary(report), list(report, address));
    }

    private Card summary(ReplayReport report) {
        Paragraph sentence = new Paragraph(sentence(report));
        sentence.addClassName("q-say");
        Anchor csv = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] text = ReplayCsv.of(report);
                    return new DownloadResponse(
                            new ByteArrayInputStream(text), "replay.csv", "text/csv;charset=utf-8", text.length);
                }),
                "Download as CSV");
        Div actions = new Div(new Button("Count again", click -> again.run()), csv);
        actions.addClassName("q-actions");
        Card card = new Card(sentence);
        if (report.counted() > 0) {
            Drawing drawing = new Drawing(sentence(report), 10).bar(0, 1, 0, 10, "q-unfilled");
            if (report.differing() > 0) {
                drawing.bar(0, (double) report.differing() / report.counted(), 0, 10, "q-warn");
            }
            card.add(drawing);
        }
        card.add(fine(report), actions);
        return card;
    }

    static String sentence(ReplayReport report) {
        int all = report.counted();
        if (all == 0) {
            return "No vote could be counted.";
        }
        boolean recount = report.yardstick() instanceof Yardstick.AsCalled;
        String votes = all == 1 ? "vote" : "votes";
        if (report.differing() == 0) {
            return recount
                    ? "Every ballot counted again: %,d of %,d %s as on record.".formatted(all, all, votes)
                    : "None of %,d %s would have ended otherwise.".formatted(all, votes);
        }
        return recount
                ? "%,d of %,d %s differ from the record.".formatted(report.differing(), all, votes)
                : "%,d of %,d %s would have ended otherwise.".formatted(report.differing(), all, votes);
    }

    private Paragraph fine(ReplayReport report) {
        List<String> words = new ArrayList<>();
        if (report.notCounted() > 0) {
            words.add(
                    report.notCounted() == 1
                            ? "One vote is not counted, see its reason below."
                            : "%,d votes are not counted, see their reasons below.".formatted(report.notCounted()));
        }
        if (report.sensitive() > 0) {
            words.add(
                    report.sensitive() == 1
                            ? "One sensitive vote is left out."
                            : "%,d sensitive votes are left out.".formatted(report.sensitive()));
        }
        if (!(report.yardstick() instanceof Yardstick.AsCalled)) {
            words.add(
                    "A vote's period is the one it was called for; only a vote that was timed out counts as having met"
                            + " what a time-out asks for.");
        }
        Paragraph fine = new Paragraph(
                new Span(String.join(" ", words) + " "), reader.at(report.at()).after("Counted"));
        fine.addClassNames("q-dim", "q-small");
        return fine;
    }

    private Card list(ReplayReport report, ReplayAddress address) {
        List<ReplayedVote> shown = address.differsOnly()
                ? report.votes().stream()
                        .filter(vote -> vote.verdict() == Verdict.DIFFERS)
                        .toList()
                : report.votes();
        Pills pills = new Pills("Votes")
                .option("All", report.votes().size(), address.showing(false), !address.differsOnly())
                .option("Differs", report.differing(), address.showing(true), address.differsOnly());
        if (shown.isEmpty()) {
            return new Card(pills, new Empty("No vote differs."));
        }
        Page.Request request = new Page.Request(Math.min(address.page(), (shown.size() - 1) / Pager.SIZE), Pager.SIZE);
        int from = (int) request.offset();
        List<ReplayedVote> rows = shown.subList(from, Math.min(shown.size(), from + Pager.SIZE));
        return new Card(
                pills,
                new ReplayRows(rows, reader),
                new Pager(
                        request.of(rows, shown.size()), ReplayAddress.PATH, address.parameters(address.differsOnly())));
    }

    private void become(Component... parts) {
        counting = false;
        getContent().removeAll();
        getContent().add(parts);
    }
}
