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
import java.util.Optional;
import java.util.function.Consumer;
import org.condaforge.quorate.journal.ChangeFeed;
import org.condaforge.quorate.source.GoneFile;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.GoneFiles;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;

/// A vote: where it stands, how it is decided, who said what, and my vote. Follows the vote while the page is
/// open.
@Route("votes/:id([0-9]{1,18})")
@AnonymousAllowed
public class VoteView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final VoteReader votes;
    private final VoteRoom room;
    private final ChangeFeed changes;
    private final Reader reader;
    private final GoneFiles gone;
    private Optional<VoteId> id = Optional.empty();
    private Consumer<VoteDetail> shower = vote -> {};
    private String title = "Vote";
    private Runnable forget = () -> {};

    public VoteView(VoteReader votes, VoteRoom room, ChangeFeed changes, Reader reader, GoneFiles gone) {
        this.votes = votes;
        this.room = room;
        this.changes = changes;
        this.reader = reader;
        this.gone = gone;
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
        getContent().removeAll();
        lay(found.get());
        shower.accept(found.get());
    }

    /// Lays the page out: of a standard vote, of a sensitive one for those who may read it, or for all others.
    private void lay(VoteDetail vote) {
        PageHead head = new PageHead(title).below(Address.link("votes", "Votes"), new Span(VoteWords.kind(vote)));
        Component top = gone.told(head, GoneFile.Subject.of(vote.summary().id()));
        Consumer<VoteDetail> chips = now -> head.chips(VoteChips.of(now, reader).toArray(Component[]::new));
        AroundVote around = new AroundVote(room, reader, this::refresh);
        if (vote.summary().isPublic()) {
            StandardPage page = new StandardPage(vote.summary().id(), room, reader, this::refresh);
            getContent().add(page.way(), top, page.columns(around.timeOut(), around.acting()));
            shower = chips.andThen(page::show).andThen(around::show);
        } else {
            SecretPage page = new SecretPage(room, reader, this::refresh);
            getContent().add(top, page.columns(vote, around.timeOut(), around.acting()));
            shower = chips.andThen(page::show);
            if (!vote.summary().isHidden()) {
                shower = shower.andThen(around::show);
            }
        }
    }

    private void refresh() {
        id.flatMap(votes::detail).ifPresent(shower);
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
