package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Replay;
import org.condaforge.quorate.vote.ReplayRun;
import org.condaforge.quorate.vote.Yardstick;

/// What would have become of every closed vote under another policy or an edited rule. The address says what to count
/// by; counting goes on when the page is left.
@Route(ReplayAddress.PATH)
@PageTitle("Replay · Quorate")
@AnonymousAllowed
public class ReplayView extends Composite<Main> implements BeforeEnterObserver {

    private final Replay replay;
    private final List<Policy> known;
    private final ReplayForm form;
    private final ReplayResult result;
    private Optional<ReplayAddress> address = Optional.empty();
    private Optional<ReplayRun> run = Optional.empty();
    private Runnable forget = () -> {};

    public ReplayView(Replay replay, Policies policies, Reader reader) {
        this.replay = replay;
        this.known = policies.everyKnown();
        this.form = new ReplayForm(known, replay.items(), this::go);
        this.result = new ReplayResult(reader, this::again);
        getContent().addClassName("q-page");
        getContent().setId("content");
        getContent()
                .add(
                        new PageHead("Replay")
                                .below(Address.link("rules", "Rules"))
                                .lead("What would have become of closed votes under other rules."),
                        new Columns(List.of(result), List.of(form)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ReplayAddress asked = ReplayAddress.of(event.getLocation(), known);
        address = Optional.of(asked);
        Optional<String> refusal = replay.refusal();
        form.setVisible(refusal.isEmpty());
        if (refusal.isPresent()) {
            leave();
            result.showRefusal(refusal.get());
            return;
        }
        form.show(asked);
        asked.yardstick().ifPresentOrElse(this::follow, () -> {
            leave();
            result.showNothing();
        });
    }

    /// Goes to an address; to the one that is shown already, to count once more.
    private void go(String next) {
        boolean here =
                address.filter(shown -> shown.showing(false).equals(next)).isPresent();
        if (here) {
            again();
        } else {
            Address.open(next);
        }
    }

    private void again() {
        address.flatMap(ReplayAddress::yardstick).ifPresent(this::start);
    }

    /// Shows the run that counts by it, which may have begun before the page was opened; begins one otherwise.
    private void follow(Yardstick yardstick) {
        replay.mine()
                .filter(mine -> mine.yardstick().equals(yardstick))
                .filter(mine -> switch (mine.progress().state()) {
                    case RUNNING, DONE -> true;
                    case STOPPED, FAILED -> false;
                })
                .ifPresentOrElse(this::attend, () -> start(yardstick));
    }

    private void start(Yardstick yardstick) {
        try {
            attend(replay.start(yardstick));
        } catch (NotAllowed e) {
            leave();
            result.showRefusal(e.reason());
        }
    }

    private void attend(ReplayRun next) {
        leave();
        run = Optional.of(next);
        getUI().ifPresent(this::listen);
        refresh();
    }

    private void leave() {
        forget.run();
        forget = () -> {};
        run = Optional.empty();
    }

    // What fails in it goes to the error handler of the session.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void listen(UI ui) {
        forget.run();
        forget = run.map(mine -> mine.listen(() -> ui.access(this::refresh))).orElse(() -> {});
    }

    private void refresh() {
        run.ifPresent(mine -> address.ifPresent(shown -> result.show(mine, shown)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listen(event.getUI());
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        forget.run();
    }
}
