package org.condaforge.quorate.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.AccessChecklist;
import org.condaforge.quorate.proposal.Drift;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.TimeOutReader;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// What somebody should look after: votes without a result, overdue votes, records that disagree, proposals that
/// nobody has spoken of for half a year; for secretaries also access that should have been revoked or given.
final class HandsNeeded {

    private static final int MOST = 6;
    private static final int STALLED_MONTHS = 6;

    private final VoteReader votes;
    private final TimeOutReader timeOuts;
    private final ProposalService proposals;
    private final AccessChecklist access;
    private final Reader reader;

    HandsNeeded(
            VoteReader votes,
            TimeOutReader timeOuts,
            ProposalService proposals,
            AccessChecklist access,
            Reader reader) {
        this.votes = votes;
        this.timeOuts = timeOuts;
        this.proposals = proposals;
        this.access = access;
        this.reader = reader;
    }

    /// The card; none where all is well.
    Optional<Card> card() {
        List<ListItem> rows = new ArrayList<>();
        if (reader.isSecretary()) {
            OverdueAccess.row(access.overdue()).ifPresent(rows::add);
        }
        votes.list(VoteReader.Filter.in(VoteState.EXPIRED), new Page.Request(0, MOST))
                .items()
                .forEach(vote -> rows.add(row(vote)));
        timeOuts.overdue().stream()
                .map(timeOut -> OverdueHand.of(timeOut, reader))
                .flatMap(Optional::stream)
                .forEach(hand -> rows.add(row(
                        Address.of(hand.vote().id()),
                        hand.vote().title(),
                        hand.words(),
                        Chip.warn("overdue"),
                        hand.act())));
        List<ProposalSummary> all = proposals
                .list(ProposalService.Filter.ALL, new Page.Request(0, Page.Request.GREATEST))
                .items();
        all.stream()
                .filter(found -> !drift(found).isEmpty())
                .sorted(Comparator.comparing(HandsNeeded::isSilent))
                .forEach(found -> rows.add(row(found, true)));
        all.stream().filter(this::stalled).forEach(found -> rows.add(row(found, false)));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        rows.stream().limit(MOST).forEach(list::add);
        Card card = new Card("Needs a hand", list);
        if (rows.size() > MOST) {
            card.note("%d of %d shown".formatted(MOST, rows.size()));
        }
        return Optional.of(card);
    }

    /// What does not fit together of a proposal; a vote without a result has its own row.
    private static List<Drift> drift(ProposalSummary found) {
        return found.drift().stream()
                .filter(drift -> drift.kind() != Drift.Kind.VOTE_WITHOUT_RESULT)
                .toList();
    }

    /// Whether there is no more to it than that nobody speaks of it: what contradicts itself comes first.
    private static boolean isSilent(ProposalSummary found) {
        return drift(found).getFirst().kind() == Drift.Kind.SILENCE;
    }

    private boolean stalled(ProposalSummary found) {
        return found.status() == Status.PROPOSED
                && found.drift().isEmpty()
                && found.lastDiscussed()
                        .or(found::updated)
                        .filter(last -> last.isBefore(reader.today().minusMonths(STALLED_MONTHS)))
                        .isPresent();
    }

    private ListItem row(VoteSummary vote) {
        Span sub = new Span(
                new Span("Ended "),
                reader.day(vote.closesAt()),
                new Span("; the minutes speak of it, nobody wrote down how it ended"));
        return row(Address.of(vote.id()), vote.title(), sub, Chip.warn("no result"), "Record it");
    }

    private ListItem row(ProposalSummary found, boolean drift) {
        boolean silent = !drift || isSilent(found);
        Span sub = drift
                ? new Span(drift(found).stream().map(Drift::sentence).collect(Collectors.joining(" ")))
                : new Span(
                        new Span("Proposed, and not discussed since "),
                        reader.on(found.lastDiscussed().or(found::updated).orElseThrow()));
        return row(
                Address.of(found.number()),
                "%s: %s".formatted(found.number().label(), found.title()),
                sub,
                Chip.warn(silent ? "stalled" : "drift"),
                silent ? "Look" : "Mend it");
    }

    static ListItem row(String address, String title, Component sub, Chip chip, String act) {
        Span head = new Span(Address.link(address, title));
        head.addClassName("q-item-title");
        sub.addClassName("q-item-sub");
        ListItem row = new ListItem(new Div(head, sub), chip, Address.link(address, act));
        row.addClassName("q-item");
        return row;
    }
}
