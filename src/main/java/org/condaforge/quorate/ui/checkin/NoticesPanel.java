package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.condaforge.quorate.checkin.CheckInRefused;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.checkin.Round;
import org.condaforge.quorate.checkin.RoundDetail;
import org.condaforge.quorate.checkin.RoundNotice;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Channel;
import org.condaforge.quorate.vote.NoticeMark;
import org.condaforge.quorate.vote.NoticeWindows;

/// Which announcements were given and which are due: at the start, in the middle and in the last days, on
/// chat and by mail.
final class NoticesPanel extends Composite<Card> {

    private final CheckIns checkIns;
    private final RoundDetail detail;
    private final Reader reader;
    private final Runnable done;

    NoticesPanel(CheckIns checkIns, RoundDetail detail, Reader reader, Runnable done) {
        this.checkIns = checkIns;
        this.detail = detail;
        this.reader = reader;
        this.done = done;
    }

    @Override
    protected Card initContent() {
        Round round = detail.round();
        NoticeWindows windows = new NoticeWindows(round.openedAt(), round.endsAt());
        UnorderedList list = new UnorderedList();
        list.addClassName("q-checks");
        list.getElement().setAttribute("role", "list");
        for (NoticeMark mark : NoticeMark.values()) {
            list.add(item(mark, windows));
        }
        Card card = new Card("Notices", list);
        if (!round.noticesRequired()) {
            card.note("not required by the page");
        }
        if (reader.isSecretary() && round.takesAnswersAt(reader.now())) {
            card.add(form());
        }
        return card;
    }

    private ListItem item(NoticeMark mark, NoticeWindows windows) {
        List<Channel> given = Arrays.stream(Channel.values())
                .filter(channel -> detail.notices().stream()
                        .filter(notice -> notice.channel() == channel)
                        .map(RoundNotice::sentAt)
                        .anyMatch(windows.window(mark)::contains))
                .toList();
        boolean all = given.size() == Channel.values().length;
        boolean past = reader.now().isAfter(windows.window(mark).until());
        Span sign = new Span(all ? "✓" : "○");
        sign.getElement().setAttribute("aria-hidden", "true");
        Div words = new Div(new Span(mark.label()));
        String channels = given.stream().map(Channel::label).collect(Collectors.joining(" and "));
        if (!given.isEmpty()) {
            words.add(new Span(" · given " + channels));
        }
        if (!all) {
            words.add(
                    new Span(past ? " · missed " : " · due "),
                    reader.day(windows.window(mark).until()));
        }
        return new ListItem(sign, words);
    }

    private Details form() {
        Select<Channel> channel = new Select<>();
        channel.setLabel("Announced");
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(Channel::label);
        channel.setValue(Channel.CHAT);
        MomentField sent = new MomentField("Sent", reader.zone());
        sent.setInstant(reader.now());
        TextField where = new TextField("Link, or where it can be found");
        where.setWidthFull();
        Paragraph problem = new Paragraph();
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
        Button record = new Button("Record it", click -> {
            try {
                checkIns.announce(
                        detail.round().id(),
                        channel.getValue(),
                        sent.instant().orElseThrow(() -> new IllegalArgumentException("Say when it was sent.")),
                        where.getValue());
                done.run();
            } catch (CheckInRefused | IllegalArgumentException | NotAllowed e) {
                problem.setText(e.getMessage());
            }
        });
        Div form = new Div(channel, sent, where, problem, record);
        form.addClassName("q-cast");
        return new Details("Record an announcement", form);
    }
}
