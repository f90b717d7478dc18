package org.condaforge.quorate.ui.desk;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.ui.action.ActionRows;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// The open action items of the person at the desk, to tick there.
final class MyActions extends Composite<Card> {

    private static final int SHOWN = 6;

    private final ActionReader actions;
    private final ActionService service;
    private final MemberId me;
    private final Reader reader;
    private final Div body = new Div();

    MyActions(ActionReader actions, ActionService service, MemberId me, Reader reader) {
        this.actions = actions;
        this.service = service;
        this.me = me;
        this.reader = reader;
        show();
    }

    @Override
    protected Card initContent() {
        return new Card("Your action items", body);
    }

    private void show() {
        List<Action> mine = actions.openOf(me);
        body.removeAll();
        if (mine.isEmpty()) {
            body.add(new Empty(
                    "None is open. Items that minutes or core members give you appear here.",
                    Address.link("actions", "All action items")));
            return;
        }
        body.add(new ActionRows(mine.stream().limit(SHOWN).toList(), reader, service, this::show).brief());
        if (mine.size() > SHOWN) {
            String login = reader.person().map(SignedIn::login).orElse("");
            body.add(Address.link(
                    Address.with("actions", Map.of("owner", login)), "All %d of yours".formatted(mine.size())));
        }
    }
}
