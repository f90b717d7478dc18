package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.condaforge.quorate.member.AccessTask;
import org.condaforge.quorate.member.AccessTask.State;
import org.condaforge.quorate.member.AccessTask.What;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.shell.Reader;

/// What was done of the checklist last: by whom and when.
final class EndedTasks extends Composite<Card> {

    static final int MOST = 30;

    private final List<AccessTask> ended;
    private final Reader reader;

    EndedTasks(List<AccessTask> ended, Reader reader) {
        this.ended = ended;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        if (ended.isEmpty()) {
            return new Card("Done", new Empty("What is worked through appears here, with who did it and when."));
        }
        Timeline timeline = new Timeline();
        for (AccessTask task : ended) {
            AccessTask.Ended end = task.ended().orElseThrow();
            Div more =
                    new Div(new Span(end.by().map(login -> "by " + login + ". ").orElse("") + end.note()));
            more.addClassNames("q-small", "q-dim");
            timeline.at(reader.day(end.at()), new Span(words(task, end.state())), more);
        }
        return new Card("Done", timeline).note(ended.size() < MOST ? "" : "the last %d".formatted(MOST));
    }

    private static String words(AccessTask task, State state) {
        boolean revoke = task.what() == What.REVOKE;
        String who = task.member().name();
        return switch (state) {
            case DONE ->
                revoke
                        ? "%s revoked from %s".formatted(task.systemName(), who)
                        : "%s given to %s".formatted(task.systemName(), who);
            case DROPPED, OPEN ->
                revoke
                        ? "%s stays with %s".formatted(task.systemName(), who)
                        : "%s not given to %s".formatted(task.systemName(), who);
        };
    }
}
