package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.source.PastRun;
import org.condaforge.quorate.source.RegisteredSource;
import org.condaforge.quorate.ui.shell.Reader;

/// How sources and runs are spoken of.
final class SourceWords {

    private SourceWords() {}

    /// "repository · 24 files, 1 gone · read 3 days ago".
    static Component told(RegisteredSource source, Reader reader) {
        String kind = switch (source.kind()) {
            case FILE -> "file";
            case FOLDER -> "folder";
            case REPOSITORY -> "git repository";
            case UPLOAD -> "upload";
        };
        String files =
                counted(source.files(), "file") + (source.gone() > 0 ? ", %,d gone".formatted(source.gone()) : "");
        Span told = new Span(new Text(kind + " · " + files + " · "));
        told.addClassName("q-item-sub");
        source.lastRun()
                .ifPresentOrElse(
                        last -> told.add(reader.relative(last.startedAt()).after("read")),
                        () -> told.add(new Text("not read yet")));
        return told;
    }

    /// "3 new, 1 changed; 4 problems."
    static String sentence(PastRun run) {
        if (run.failure().isPresent()) {
            return "It failed. " + run.failure().get();
        }
        if (run.endedAt().isEmpty()) {
            return "It is running.";
        }
        List<String> news = new ArrayList<>();
        add(news, run.fresh(), "new");
        add(news, run.changed(), "changed");
        add(news, run.gone(), "gone at the source");
        String what = news.isEmpty() ? "Nothing new" : String.join(", ", news);
        return run.problems() == 0 ? what + "." : "%s; %s.".formatted(what, counted(run.problems(), "problem"));
    }

    private static void add(List<String> news, int count, String word) {
        if (count > 0) {
            news.add("%,d %s".formatted(count, word));
        }
    }

    static String counted(int count, String thing) {
        return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
    }

    /// What was read, in one line.
    static String what(PastRun run) {
        List<String> places = run.what().lines().toList();
        String first = places.isEmpty() || places.getFirst().equals("upload") ? "Uploaded files" : places.getFirst();
        return places.size() < 2 ? first : "%s and %,d more".formatted(first, places.size() - 1);
    }

    /// "by alder", "by schedule", "on the command line".
    static String who(PastRun run) {
        return switch (run.how()) {
            case HAND -> "by " + run.by().orElse("the application");
            case SCHEDULE -> "by schedule";
            case COMMAND -> "on the command line";
        };
    }
}
