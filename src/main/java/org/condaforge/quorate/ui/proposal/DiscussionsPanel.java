package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;

/// Where the minutes speak of a proposal, with their words.
final class DiscussionsPanel extends Composite<Card> {

    /// How many places are shown at once; the others are one click away.
    private static final int SHOWN = 6;

    private final List<Discussion> discussions;

    DiscussionsPanel(List<Discussion> discussions) {
        this.discussions = discussions;
    }

    @Override
    protected Card initContent() {
        if (discussions.isEmpty()) {
            return new Card(
                    "Discussed in meetings",
                    new Empty("No minutes speak of it yet. Meetings that do appear here, with their words."));
        }
        long meetings = discussions.stream().map(Discussion::date).distinct().count();
        Card card = new Card(
                meetings == 1 ? "Discussed in one meeting" : "Discussed in %d meetings".formatted(meetings),
                timeline(discussions.subList(0, Math.min(SHOWN, discussions.size()))));
        if (discussions.size() > SHOWN) {
            List<Discussion> more = discussions.subList(SHOWN, discussions.size());
            card.add(new Details("%d more, back to %s".formatted(more.size(), day(more.getLast())), timeline(more)));
        }
        return card;
    }

    private static String day(Discussion discussion) {
        return When.on(discussion.date()).getElement().getText();
    }

    /// The meeting's title without the date that stands beside it.
    private static String name(Discussion said) {
        String rest = said.meeting().replace(said.date().toString(), "").strip();
        return rest.isEmpty() ? "Meeting" : rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }

    private static Timeline timeline(List<Discussion> part) {
        Timeline timeline = new Timeline();
        for (Discussion said : part) {
            boolean repeated = said.item().isBlank() || said.excerpt().contains(said.item());
            Span item = new Span(repeated ? "" : " · " + said.item());
            timeline.at(
                    When.on(said.date()),
                    Address.link(Address.of(said.date()), name(said)),
                    item,
                    new Span(": “%s”".formatted(said.excerpt())));
        }
        return timeline;
    }
}
