package org.condaforge.quorate.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.checkin.CheckInRules;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.checkin.OwnStanding;
import org.condaforge.quorate.checkin.RoundReader;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.member.AccessChecklist;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.Count;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.vote.VoteRows;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.EnteredBallots;
import org.condaforge.quorate.vote.TimeOutReader;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteReader.Filter;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// The desk: what waits for me; signed out, what is going on.
@Route("")
@PageTitle("Desk · Quorate")
@AnonymousAllowed
public class DeskView extends Composite<Main> implements BeforeEnterObserver {

    private static final Page.Request FEW = new Page.Request(0, 5);

    private final VoteReader votes;
    private final Casting casting;
    private final EnteredBallots entered;
    private final ProposalService proposals;
    private final ActionReader actions;
    private final ActionService items;
    private final MeetingSchedule schedule;
    private final MemberService members;
    private final TimeOutReader timeOuts;
    private final AccessChecklist access;
    private final MyCheckIn checkIn;
    private final Reader reader;

    public DeskView(
            VoteReader votes,
            Casting casting,
            EnteredBallots entered,
            ProposalService proposals,
            ActionReader actions,
            ActionService items,
            MeetingSchedule schedule,
            MemberService members,
            TimeOutReader timeOuts,
            AccessChecklist access,
            RoundReader rounds,
            CheckIns checkIns,
            OwnStanding own,
            CheckInRules rules,
            Reader reader) {
        this.votes = votes;
        this.casting = casting;
        this.entered = entered;
        this.proposals = proposals;
        this.actions = actions;
        this.items = items;
        this.schedule = schedule;
        this.members = members;
        this.timeOuts = timeOuts;
        this.access = access;
        this.checkIn = new MyCheckIn(rounds, checkIns, own, rules, reader);
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Roster roster = members.roster();
        int mayVote = roster.active().size() + roster.emeritus().size();
        Optional<SignedIn> person = reader.person();
        List<VoteSummary> waiting = reader.member()
                .map(member -> casting.openToMe(votes.waitingFor(member)))
                .orElse(List.of());
        List<Component> reading = new ArrayList<>();
        List<VoteSummary> open =
                votes.list(Filter.in(VoteState.OPEN, VoteState.OVERDUE), FEW).items();
        if (person.flatMap(SignedIn::member).isPresent()) {
            reading.add(new EnteredForMe(entered, reader));
            reading.add(waiting(waiting, open.isEmpty(), mayVote));
            reading.add(checkIn);
            checkIn.show();
        }
        if (person.isEmpty() || (waiting.isEmpty() && !open.isEmpty())) {
            reading.add(open(open, mayVote));
        }
        new HandsNeeded(votes, timeOuts, proposals, access, reader).card().ifPresent(reading::add);
        reading.add(decided(mayVote));
        List<Component> acting = new ArrayList<>();
        person.flatMap(SignedIn::member).ifPresent(me -> acting.add(new MyActions(actions, items, me, reader)));
        acting.add(next());
        getContent().removeAll();
        getContent().add(head(person, waiting.size()), new Columns(reading, acting));
    }

    private PageHead head(Optional<SignedIn> person, int waiting) {
        if (person.isEmpty()) {
            return new PageHead("Quorate").lead("Proposals, votes and meetings of the core team, open to read.");
        }
        int hour = LocalTime.ofInstant(reader.now(), reader.zone()).getHour();
        String greeting = hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";
        String first = person.get().name().split(" ", 2)[0];
        return new PageHead("%s, %s".formatted(greeting, first))
                .lead(
                        switch (waiting) {
                            case 0 -> "Nothing waits for you.";
                            case 1 -> "One vote waits for you. About a minute.";
                            default ->
                                "%s votes wait for you. About %s minutes."
                                        .formatted(
                                                Count.word(waiting),
                                                Count.word(waiting).toLowerCase(Locale.ROOT));
                        });
    }

    private Card waiting(List<VoteSummary> waiting, boolean noneOpen, int mayVote) {
        return new Card(
                "Waiting for your vote", waiting.isEmpty() ? empty(noneOpen) : new VoteRows(waiting, reader, mayVote));
    }

    private Empty empty(boolean noneOpen) {
        return noneOpen && reader.isCore()
                ? new Empty(
                        "No open votes. They appear here as long as you have not voted.",
                        Address.link("votes/new", "Call one"))
                : new Empty(
                        "You have voted wherever you may. New votes appear here.", Address.link("votes", "All votes"));
    }

    private Card open(List<VoteSummary> open, int mayVote) {
        return new Card(
                "Open votes",
                open.isEmpty()
                        ? new Empty(
                                "No vote is open. Open ones appear here with their tally.",
                                Address.link("votes", "Past votes"))
                        : new VoteRows(open, reader, mayVote));
    }

    private Card decided(int mayVote) {
        List<VoteSummary> decided = votes.list(Filter.in(VoteState.CLOSED), FEW).items();
        return new Card(
                "Recently decided",
                decided.isEmpty()
                        ? new Empty("No vote has ended yet. Results appear here with their tally.")
                        : new VoteRows(decided, reader, mayVote));
    }

    private Card next() {
        return schedule.next()
                .map(start -> {
                    Span when = new Span(When.at(start, reader.now(), ZoneOffset.UTC));
                    when.getElement().getStyle().set("font-weight", "700");
                    Paragraph line = new Paragraph(when);
                    if (!reader.zone().getRules().getOffset(start).equals(ZoneOffset.UTC)) {
                        Span mine = new Span(" · %s for you".formatted(LocalTime.ofInstant(start, reader.zone())));
                        mine.addClassNames("q-dim", "q-small");
                        line.add(mine);
                    }
                    Div more = new Div(
                            Address.link("meetings/next", "Its agenda"),
                            Address.link("meetings", "Meetings and their minutes"));
                    more.addClassName("q-actions");
                    return new Card("Next core meeting", line, more);
                })
                .orElseGet(() -> new Card("Next core meeting", new Empty("None is planned.")));
    }
}
