package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.source.ImportRun;
import org.condaforge.quorate.source.RefusedSource;
import org.condaforge.quorate.source.SourceService;
import org.condaforge.quorate.ui.component.Card;

/// Where a folder or a repository is named. What was entered stays when it is refused.
final class PlacePanel extends Composite<Card> {

    private final SourceService sources;
    private final Consumer<ImportRun> started;
    private final TextField place = new TextField("Folder or repository");
    private final Select<Interval> every = Interval.select("Read again");
    private final Paragraph problem = new Paragraph();

    PlacePanel(SourceService sources, Consumer<ImportRun> started) {
        this.sources = sources;
        this.started = started;
        place.setMaxLength(700);
        place.setHelperText("https://github.com/OWNER/NAME, or a path on the computer that runs Quorate.");
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Div form = new Div(place, every, problem, new Button("Read it", click -> start()));
        form.addClassName("q-form");
        return new Card("Name a source", form);
    }

    private void start() {
        try {
            started.accept(sources.read(
                    place.getValue(), Optional.ofNullable(every.getValue()).flatMap(Interval::every)));
        } catch (RefusedSource | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
