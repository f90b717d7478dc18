package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.condaforge.quorate.proposal.VotableProposal;
import org.condaforge.quorate.vote.Call;

/// Asks for the text that is voted on, where it stands, and where it is discussed.
final class TextFields extends Composite<Div> {

    private final TextArea text = new TextArea("Text that is voted on");
    private final TextField link = new TextField("Where the text stands");
    private final TextField revision = new TextField("In which revision");
    private final TextField discussion = new TextField("Where it is discussed");

    TextFields(Runnable changed) {
        text.setMinRows(4);
        text.setMaxRows(16);
        text.setHelperText("Markdown");
        text.addValueChangeListener(change -> changed.run());
        link.setMaxLength(1000);
        link.setHelperText("An address, such as https://…");
        revision.setMaxLength(200);
        revision.setHelperText("For instance the commit");
        discussion.setMaxLength(1000);
        discussion.setHelperText("The address of the pull request or thread");
        for (TextField field : new TextField[] {link, revision, discussion}) {
            field.addValueChangeListener(change -> changed.run());
        }
    }

    @Override
    protected Div initContent() {
        Div place = new Div(link, revision);
        place.addClassName("q-fields");
        Div fields = new Div(text, place, discussion);
        fields.addClassName("q-form");
        return fields;
    }

    /// Says what becomes of an empty text, and begins with where the proposal is discussed.
    void on(Optional<VotableProposal> proposal) {
        text.setHelperText(proposal.map(found -> found.hasFile()
                        ? "Leave it empty to vote on the file of %s as it is now"
                                .formatted(found.number().label())
                        : "No file of %s is known: give the text"
                                .formatted(found.number().label()))
                .orElse("Markdown"));
        proposal.flatMap(VotableProposal::discussion)
                .filter(address -> discussion.isEmpty() && address.matches("https?://\\S+"))
                .ifPresent(discussion::setValue);
    }

    void show(String markdown, Call.Source source, String discussed) {
        text.setValue(markdown);
        link.setValue(source.link());
        revision.setValue(source.revision());
        discussion.setValue(discussed);
    }

    String text() {
        return text.getValue();
    }

    Call.Source source() {
        return new Call.Source(link.getValue(), revision.getValue());
    }

    String discussion() {
        return discussion.getValue();
    }
}
