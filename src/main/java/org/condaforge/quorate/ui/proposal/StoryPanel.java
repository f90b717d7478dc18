package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.VoteSummary;

/// The whole story of a proposal: its statuses, votes and meetings on one drawn line, and below it one list of them,
/// newest first.
final class StoryPanel extends Composite<Card> {

    /// How many entries are shown at once; the others are one click away.
    private static final int SHOWN = 10;

    /// The parameter that narrows the list to a kind.
    static final String SHOW = "show";

    private final ProposalDetail proposal;
    private final List<VoteSummary> votes;
    private final Reader reader;
    private final Optional<StoryKind> shown;
    private final List<StoryEntry> story;

    StoryPanel(
            ProposalDetail proposal,
            List<VoteSummary> votes,
            Map<MemberId, Person> people,
            Reader reader,
            Optional<StoryKind> shown) {
        this.proposal = proposal;
        this.votes = votes;
        this.reader = reader;
        this.shown = shown;
        List<StoryEntry> entries = new ArrayList<>();
        // Newest first also among those of one day, or of none: the history has the oldest first.
        proposal.history().reversed().forEach(entry -> entries.add(StoryEntry.of(entry, people)));
        votes.forEach(vote -> entries.add(StoryEntry.of(vote, reader)));
        entries.addAll(StoryEntry.of(proposal.discussions()));
        entries.sort(Comparator.comparing((StoryEntry entry) -> entry.day().orElse(LocalDate.MIN))
                .reversed()
                .thenComparing(StoryEntry::kind));
        this.story = List.copyOf(entries);
    }

    @Override
    protected Card initContent() {
        Card card = new Card("From draft to decision", CourseLine.of(proposal, votes, reader.today()), kinds());
        List<StoryEntry> wanted = story.stream()
                .filter(entry -> shown.isEmpty() || shown.get() == entry.kind())
                .toList();
        if (wanted.isEmpty()) {
            card.add(new Empty(shown.orElse(StoryKind.STATUS).none()));
            return card;
        }
        card.add(timeline(wanted.subList(0, Math.min(SHOWN, wanted.size()))));
        if (wanted.size() > SHOWN) {
            List<StoryEntry> more = wanted.subList(SHOWN, wanted.size());
            card.add(new Details("%d more%s".formatted(more.size(), backTo(more)), timeline(more)));
        }
        return card;
    }

    private Pills kinds() {
        Pills kinds =
                new Pills("What the story shows").option("Everything", story.size(), address(""), shown.isEmpty());
        for (StoryKind kind : StoryKind.values()) {
            long count = story.stream().filter(entry -> entry.kind() == kind).count();
            kinds.option(
                    kind.label(),
                    Math.toIntExact(count),
                    address(kind.word()),
                    shown.filter(kind::equals).isPresent());
        }
        return kinds;
    }

    private String address(String word) {
        return Address.with(Address.of(proposal.summary().number()), Map.of(SHOW, word));
    }

    /// ", back to 7 Jan 2026", by the oldest day there is.
    private static String backTo(List<StoryEntry> more) {
        return more.reversed().stream()
                .flatMap(entry -> entry.day().stream())
                .findFirst()
                .map(day -> ", back to " + When.on(day).getElement().getText())
                .orElse("");
    }

    private Timeline timeline(List<StoryEntry> part) {
        Timeline timeline = new Timeline();
        for (StoryEntry entry : part) {
            Component[] content = entry.content().toArray(Component[]::new);
            entry.day()
                    .ifPresentOrElse(
                            day -> timeline.at(reader.on(day), content), () -> timeline.at("date unknown", content));
        }
        return timeline;
    }
}
