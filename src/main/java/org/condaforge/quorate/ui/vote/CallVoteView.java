package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.CalledVote;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;

/// Calls a vote: what kind, on what, until when, why. Says before it is opened what it will need, and what speaks
/// against it.
@Route("votes/new")
@PageTitle("Call a vote · Quorate")
@PermitAll
public class CallVoteView extends Composite<Main> implements BeforeEnterObserver {

    private final CallRoom room;
    private final Reader reader;

    public CallVoteView(CallRoom room, Reader reader) {
        this.room = room;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CallAddress address = CallAddress.of(event.getLocation());
        PageHead head = new PageHead("Call a vote").below(Address.link("votes", "Votes"));
        getContent().removeAll();
        Optional<ProposalSummary> cfep = address.cfep().flatMap(room::proposal);
        Optional<CallRoom.Again> again = address.replaces().flatMap(room::again);
        boolean core = room.calls().mayCall();
        Optional<ProposalSummary> subject = cfep.or(
                () -> again.flatMap(old -> old.vote().summary().proposal().flatMap(room::proposal)));
        if (!core
                && subject.filter(found -> room.calls().mayCallOn(found.number()))
                        .isEmpty()) {
            getContent()
                    .add(
                            head,
                            new Card(new Paragraph("Only active core members may call a vote. The author of a CFEP"
                                    + " may call the one on it, from the page of the CFEP.")));
            return;
        }
        Calling calling = new Calling(room, reader, address, core ? Optional.empty() : subject);
        calling.begin(subject, again);
        again.ifPresent(old -> head.lead(said(old.vote(), old.called())));
        if (again.isEmpty()) {
            head.lead("It opens at once. The rule, the text and the size of the roster stay with it.");
        }
        getContent().add(head, new Columns(calling.reading(), calling.acting()));
    }

    private static String said(VoteDetail vote, CalledVote called) {
        VoteId id = vote.summary().id();
        return vote.summary().takesBallots()
                ? "In place of vote %d, “%s”: it is withdrawn when this one opens, and both lead to each other."
                        .formatted(id.number(), vote.summary().title())
                : "Again after vote %d, “%s”: both lead to each other%s."
                        .formatted(
                                id.number(),
                                vote.summary().title(),
                                called.replacedBy().isPresent() ? "; it was called again already" : "");
    }
}
