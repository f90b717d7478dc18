package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.source.GoneFile;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.MarkdownText;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.GoneFiles;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.shell.RecordLinks;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteSummary;

/// A proposal: its whole story on one line of time, its votes, its text, and what does not fit together.
@Route("cfeps/:number([0-9]{1,9})")
@AnonymousAllowed
public class ProposalView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final ProposalService proposals;
    private final VoteReader votes;
    private final VoteCalls calls;
    private final MemberService members;
    private final Reader reader;
    private final RecordLinks links;
    private final GoneFiles gone;
    private String title = "CFEP";

    public ProposalView(
            ProposalService proposals,
            VoteReader votes,
            VoteCalls calls,
            MemberService members,
            Reader reader,
            RecordLinks links,
            GoneFiles gone) {
        this.proposals = proposals;
        this.votes = votes;
        this.calls = calls;
        this.members = members;
        this.reader = reader;
        this.links = links;
        this.gone = gone;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int number = Integer.parseInt(event.getRouteParameters().get("number").orElse("0"));
        Optional<ProposalDetail> found =
                Optional.of(number).filter(n -> n > 0).map(ProposalNumber::new).flatMap(proposals::detail);
        found.ifPresentOrElse(
                proposal -> show(
                        proposal,
                        Address.line(event.getLocation()),
                        Address.parameter(event.getLocation(), StoryPanel.SHOW).flatMap(StoryKind::of)),
                () -> event.rerouteToError(NotFoundException.class, "There is no CFEP-%02d.".formatted(number)));
    }

    private void show(ProposalDetail proposal, Optional<Integer> line, Optional<StoryKind> shown) {
        ProposalSummary summary = proposal.summary();
        ProposalNumber number = summary.number();
        title = number.label();
        List<VoteSummary> held = votes.list(VoteReader.Filter.on(number), new Page.Request(0, Pager.SIZE))
                .items();
        List<Component> acting = new ArrayList<>(List.of(
                new VotesPanel(number, held, calls.mayCallOn(number), reader),
                new DriftPanel(summary.drift()),
                new LinksPanel(proposal)));
        if (reader.isCore()) {
            acting.add(new StatusForm(
                    proposals,
                    number,
                    summary.status(),
                    () -> proposals.detail(number).ifPresent(changed -> show(changed, Optional.empty(), shown))));
        }
        getContent().removeAll();
        getContent()
                .add(
                        gone.told(head(summary), GoneFile.Subject.of(number)),
                        new Columns(
                                List.of(
                                        new StoryPanel(proposal, held, members.people(), reader, shown),
                                        text(proposal, line)),
                                acting));
    }

    private PageHead head(ProposalSummary summary) {
        List<Component> chips = new ArrayList<>();
        chips.add(ProposalWords.chip(summary.status()));
        if (!summary.authors().isEmpty()) {
            chips.add(Chip.plain(String.join(", ", summary.authors())));
        }
        summary.created()
                .ifPresent(created ->
                        chips.add(new Chip(Tone.PLAIN, When.on(created).after("created"))));
        chips.addAll(ProposalWords.drift(summary));
        return new PageHead(ProposalWords.title(summary))
                .below(
                        Address.link("cfeps", "CFEPs"),
                        new Span(String.valueOf(summary.number().value())))
                .chips(chips.toArray(Component[]::new));
    }

    private Card text(ProposalDetail proposal, Optional<Integer> line) {
        return proposal.body()
                .map(body -> new MarkdownText(body, links.inProposal(body, reader.today())))
                .map(text -> line.map(text::show).orElse(text))
                .map(text -> new Card("Text", text).note(proposal.fileName().orElse("")))
                .orElseGet(() -> new Card(
                        "Text", new Empty("No file is known. When its file is imported, its" + " text appears here.")));
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
