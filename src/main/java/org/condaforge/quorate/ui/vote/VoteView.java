package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.journal.Certificates;
import org.condaforge.quorate.journal.ChangeFeed;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.source.GoneFile;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.FullAddress;
import org.condaforge.quorate.ui.shell.GoneFiles;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.RollCallReader;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.TimeOutProgress;
import org.condaforge.quorate.vote.TimeOutReader;
import org.condaforge.quorate.vote.TimeOuts;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteNotices;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteRecordTexts;

/// A vote: where it stands, how it is decided, who said what, and my vote. Follows the vote while the page is
/// open.
@Route("votes/:id([0-9]{1,18})")
@AnonymousAllowed
public class VoteView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final VoteReader votes;
    private final JournalService journal;
    private final ChangeFeed changes;
    private final Reader reader;
    private final GoneFiles gone;
    private final StandingPanel standing;
    private final RoutesPanel routes;
    private final RollCallReader rollCalls;
    private final RollCall rollCall;
    private final DiscussionPanel discussion;
    private final CastPanel cast;
    private final DutyPanel duty;
    private final OnBehalfPanel onBehalf;
    private final CalledPanel called;
    private final TimeOutReader timeOutReader;
    private final TimeOutPanel timeOut;
    private final DeclarePanel declare;
    private final NoticePanel notices;
    private final SubjectPanel subject = new SubjectPanel();
    private final KeepPanel keep;
    private final HistoryPanel history;
    private final SecretPage secret;
    private Optional<VoteId> id = Optional.empty();
    private Optional<PageHead> head = Optional.empty();
    private String title = "Vote";
    private String link = "";
    private Runnable forget = () -> {};

    public VoteView(
            VoteReader votes,
            RollCallReader rollCalls,
            CalledPanels called,
            Casting casting,
            TimeOuts timeOuts,
            TimeOutReader timeOutReader,
            VoteNotices notices,
            Policies policies,
            Presentations presentations,
            SecretBallots secrets,
            Certificates certificates,
            VoteRecordTexts records,
            JournalService journal,
            ChangeFeed changes,
            Reader reader,
            GoneFiles gone) {
        this.votes = votes;
        this.journal = journal;
        this.changes = changes;
        this.reader = reader;
        this.gone = gone;
        standing = new StandingPanel(reader);
        routes = new RoutesPanel(reader);
        rollCall = new RollCall(reader);
        discussion = new DiscussionPanel(presentations, reader, this::refresh);
        keep = new KeepPanel(certificates, records, reader);
        history = new HistoryPanel(reader);
        cast = new CastPanel(casting, reader, reason -> {
            casting.recuse(id.orElseThrow(), reason);
            refresh();
        });
        onBehalf = new OnBehalfPanel(casting, this::refresh);
        this.called = called.panel(reader, this::refresh);
        duty = new DutyPanel(timeOuts, reader, this::refresh);
        this.timeOutReader = timeOutReader;
        this.rollCalls = rollCalls;
        timeOut = new TimeOutPanel(reader);
        declare = new DeclarePanel(timeOuts, reader, this::refresh);
        this.notices = new NoticePanel(notices, policies, reader, this::refresh);
        secret = new SecretPage(secrets, new SecretCastPanel(secrets, casting, reader, this::refresh), reader);
        cast.onCast((choice, comment) -> {
            casting.cast(id.orElseThrow(), choice, comment);
            refresh();
        });
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        VoteId asked =
                new VoteId(Long.parseLong(event.getRouteParameters().get("id").orElse("0")));
        Optional<VoteDetail> found = votes.detail(asked);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class, "There is no vote %d.".formatted(asked.number()));
            return;
        }
        id = Optional.of(asked);
        title = found.get().summary().title();
        link = FullAddress.of(Address.of(asked));
        PageHead top = new PageHead(title).below(Address.link("votes", "Votes"), new Span(VoteWords.kind(found.get())));
        head = Optional.of(top);
        getContent().removeAll();
        getContent()
                .add(
                        cast.way(),
                        gone.told(top, GoneFile.Subject.of(asked)),
                        found.get().summary().isPublic()
                                ? new Columns(
                                        List.of(standing, routes, timeOut, rollCall, discussion),
                                        List.of(cast, declare, duty, onBehalf, notices, subject, called, keep, history))
                                : secret.columns(
                                        found.get(), timeOut, declare, duty, notices, subject, called, keep, history));
        show(found.get());
    }

    private void refresh() {
        id.flatMap(votes::detail).ifPresent(this::show);
    }

    private void show(VoteDetail vote) {
        head.ifPresent(top -> top.chips(VoteChips.of(vote, reader).toArray(Component[]::new)));
        if (vote.summary().isPublic()) {
            RollCallNotes said = rollCalls.of(vote.summary());
            standing.show(vote);
            routes.show(vote);
            rollCall.show(vote, said);
            discussion.show(vote);
            cast.show(vote, said);
            onBehalf.show(vote);
        } else {
            secret.show(vote);
        }
        if (vote.summary().isHidden()) {
            return;
        }
        duty.show(vote);
        Optional<TimeOutProgress> progress = timeOutReader.of(vote.summary().id());
        timeOut.show(vote, progress);
        declare.show(progress);
        notices.show(vote, progress, link);
        subject.show(vote);
        called.show(vote);
        keep.show(vote);
        history.show(journal.historyOf(
                new Act.Subject("vote", String.valueOf(vote.summary().id().number())), 50));
    }

    // What fails in it goes to the error handler of the session.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        forget = changes.listen(changed -> {
            if (changed.kind().equals("vote")
                    && id.filter(mine -> String.valueOf(mine.number()).equals(changed.key()))
                            .isPresent()) {
                ui.access(this::refresh);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        forget.run();
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
