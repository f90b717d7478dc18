package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import org.condaforge.quorate.source.ImportReport;
import org.condaforge.quorate.source.ImportRun;
import org.condaforge.quorate.source.ImportRun.State;
import org.condaforge.quorate.source.PastRun;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Reader;

/// A run: how far it is, or what came of it, line by line. Follows one that goes on here.
final class RunPanel extends Composite<Card> {

    private final PastRun run;
    private final Optional<ImportRun> watched;
    private final Optional<ImportReport> report;
    private final ImportAddress asked;
    private final Reader reader;
    private final Runnable ended;
    private final ProgressBar bar = new ProgressBar();
    private final Span reached = new Span();
    private Runnable forget = () -> {};

    /// @param watched the run where it goes on here
    /// @param ended shows the page anew
    RunPanel(
            PastRun run,
            Optional<ImportRun> watched,
            Optional<ImportReport> report,
            ImportAddress asked,
            Reader reader,
            Runnable ended) {
        this.run = run;
        this.watched = watched;
        this.report = report;
        this.asked = asked;
        this.reader = reader;
        this.ended = ended;
        bar.getElement().setAttribute("aria-label", "Files read");
        reached.addClassNames("q-dim", "q-small");
        reached.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    protected Card initContent() {
        Span when = new Span(reader.both(run.startedAt()), new Text(" " + SourceWords.who(run)));
        if (run.endedAt().isEmpty()) {
            showProgress(
                    run.done(),
                    run.total(),
                    watched.isPresent() ? "Reading" : "Reading elsewhere; reload to see how far it is");
            return new Card(SourceWords.what(run), bar, reached).note(when);
        }
        Paragraph sentence = new Paragraph(SourceWords.sentence(run));
        sentence.addClassName("q-say");
        Card card = new Card(SourceWords.what(run), sentence).note(when);
        report.ifPresent(told -> card.add(new ReportLines(told, run, asked)));
        return card;
    }

    private void showProgress(int done, int total, String step) {
        bar.setIndeterminate(total == 0);
        bar.setMax(Math.max(1, total));
        bar.setValue(Math.min(done, Math.max(1, total)));
        reached.setText(
                total == 0
                        ? step + ". You can leave this page and come back."
                        : "%s: %,d of %,d. You can leave this page and come back.".formatted(step, done, total));
    }

    private void follow() {
        watched.ifPresent(live -> {
            ImportRun.Progress progress = live.progress();
            if (progress.state() == State.RUNNING) {
                showProgress(progress.done(), progress.total(), progress.step());
            } else {
                forget.run();
                ended.run();
            }
        });
    }

    // What fails in it goes to the error handler of the session.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        forget = watched.map(live -> live.listen(() -> ui.access(this::follow))).orElse(() -> {});
        // It may have ended before anybody listened.
        watched.filter(live -> live.progress().state() != State.RUNNING).ifPresent(live -> ui.access(this::follow));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        forget.run();
    }
}
