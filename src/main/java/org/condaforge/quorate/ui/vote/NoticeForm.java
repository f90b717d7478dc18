package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Channel;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteNotices;

/// Asks for an announcement that was sent. What was entered stays when it is refused, and while the page is refreshed.
final class NoticeForm extends Composite<Details> {

    private final VoteNotices notices;
    private final Runnable done;
    private final Select<Channel> channel = new Select<>();
    private final MomentField sent;
    private final TextField where = new TextField("Link, or where it can be found");
    private final Paragraph problem = new Paragraph();
    private Optional<VoteId> vote = Optional.empty();

    NoticeForm(VoteNotices notices, Reader reader, Runnable done) {
        this.notices = notices;
        this.done = done;
        channel.setLabel("Announced");
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(Channel::label);
        channel.setValue(Channel.CHAT);
        sent = new MomentField("Sent", reader.zone());
        sent.setInstant(reader.now());
        where.setWidthFull();
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Details initContent() {
        Div form = new Div(channel, sent, where, problem, new Button("Record it", click -> record()));
        form.addClassName("q-cast");
        return new Details("Record an announcement", form);
    }

    void of(VoteId id) {
        vote = Optional.of(id);
    }

    private void record() {
        problem.setText("");
        try {
            notices.record(
                    vote.orElseThrow(),
                    channel.getValue(),
                    sent.instant().orElseThrow(() -> new IllegalArgumentException("Say when it was sent.")),
                    where.getValue());
            where.clear();
            done.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
