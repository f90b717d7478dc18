package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.RecordsByHand;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;

/// Where a core member writes down a vote of the past, or completes what is known of one: `?vote=` says which.
@Route("votes/record")
@PageTitle("Record a past vote · Quorate")
@PermitAll
public class PastVoteView extends Composite<Main> implements BeforeEnterObserver {

    private final RecordsByHand byHand;
    private final VoteReader known;
    private final ProposalService proposals;
    private final Policies policies;
    private final MemberService members;
    private final Reader reader;

    public PastVoteView(
            RecordsByHand byHand,
            VoteReader known,
            ProposalService proposals,
            Policies policies,
            MemberService members,
            Reader reader) {
        this.byHand = byHand;
        this.known = known;
        this.proposals = proposals;
        this.policies = policies;
        this.members = members;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PageHead head = new PageHead("Record a past vote").below(Address.link("votes", "Votes"));
        getContent().removeAll();
        if (!reader.isCore()) {
            getContent().add(head, new Card(new Paragraph("Only active core members may record a vote.")));
            return;
        }
        Optional<String> asked = Address.parameter(event.getLocation(), "vote");
        Optional<VoteDetail> vote = asked.filter(number -> number.matches("[1-9]\\d{0,17}"))
                .flatMap(number -> known.detail(new VoteId(Long.parseLong(number))));
        if (asked.isPresent() && vote.isEmpty()) {
            event.rerouteToError(NotFoundException.class, "There is no vote %s.".formatted(asked.get()));
            return;
        }
        if (vote.filter(found -> !found.completable()).isPresent()) {
            getContent().add(head, taken(vote.orElseThrow()));
            return;
        }
        PastVoteForm fields = fields(event.getLocation(), vote);
        Optional<VoteId> completing = vote.map(found -> found.summary().id());
        getContent()
                .add(
                        head.lead("It is kept as a closed vote with its totals and no ballots. Nothing that is"
                                + " imported later overwrites it."),
                        new Columns(List.of(new RecordPanel(byHand, fields, completing)), List.of(what())));
    }

    private PastVoteForm fields(Location location, Optional<VoteDetail> vote) {
        PastVoteForm fields = new PastVoteForm(
                policies,
                members,
                proposals
                        .list(ProposalService.Filter.ALL, new Page.Request(0, Page.Request.GREATEST))
                        .items());
        Address.proposal(location, "proposal")
                .flatMap(proposals::detail)
                .ifPresent(found -> fields.show(found.summary()));
        vote.ifPresent(fields::show);
        return fields;
    }

    private static Card taken(VoteDetail vote) {
        return new Card(new Paragraph(
                new Span(
                        "Only a vote that expired without a result, or that was written down by hand, is completed here: "),
                Address.link(Address.of(vote.summary().id()), vote.summary().title())));
    }

    private static Card what() {
        return new Card(
                "What becomes of it",
                new Paragraph(
                        "With its dates, totals and kind of decision it is counted again by the rules, under the"
                                + " roster of its day. What is stated stays, also where the count says otherwise: both are shown."),
                new Paragraph(
                        "A vote on a CFEP that passed or was rejected moves the CFEP to Accepted or Rejected. Your"
                                + " name and the source stay in the history."));
    }
}
