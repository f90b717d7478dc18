package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.meeting.MeetingSummary;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;

/// Meetings in rows: when, who came, which CFEPs they spoke of, and what is still to be done.
final class MeetingRows extends UnorderedList {

    MeetingRows(List<MeetingSummary> meetings) {
        addClassName("q-list");
        getElement().setAttribute("role", "list");
        for (MeetingSummary meeting : meetings) {
            Span title = new Span(Address.link(
                    Address.of(meeting.date()),
                    When.on(meeting.date()).getElement().getText()));
            title.addClassName("q-item-title");
            Span sub = new Span(MeetingWords.attendance(meeting.members(), meeting.guests()));
            sub.addClassName("q-item-sub");
            Div what = new Div(title, sub);
            if (!meeting.proposals().isEmpty()) {
                what.add(MeetingWords.proposals(meeting.proposals().stream()
                        .filter(number -> number > 0)
                        .map(ProposalNumber::new)
                        .toList()));
            }
            ListItem row = new ListItem(what, actions(meeting));
            row.addClassNames("q-item", "q-plain-item");
            add(row);
        }
    }

    private static Chip actions(MeetingSummary meeting) {
        if (meeting.actionItems() == 0) {
            return Chip.plain("no action items");
        }
        return meeting.actionsOpen() == 0
                ? Chip.good(MeetingWords.counted(meeting.actionItems(), "action item") + " done")
                : Chip.warn("%d of %s open"
                        .formatted(meeting.actionsOpen(), MeetingWords.counted(meeting.actionItems(), "action item")));
    }
}
