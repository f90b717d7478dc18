package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.checkin.ActivityReader;
import org.condaforge.quorate.checkin.CheckInRules;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.checkin.OwnStanding;
import org.condaforge.quorate.checkin.Round;
import org.condaforge.quorate.checkin.RoundDetail;
import org.condaforge.quorate.checkin.RoundId;
import org.condaforge.quorate.checkin.RoundReader;
import org.condaforge.quorate.member.ImportedActivity;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// A round of the check-in: my answer, everybody's answers, and what the end will do. Without a number in the
/// address it is the one that asks the reader, or else the latest. All of it is public.
@Route("check-in/:round?")
@AnonymousAllowed
public class CheckInView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final RoundReader rounds;
    private final CheckIns checkIns;
    private final OwnStanding own;
    private final CheckInRules rules;
    private final ActivityReader activity;
    private final ActivityPanel lists;
    private final Reader reader;
    private Optional<RoundId> asked = Optional.empty();
    private String title = "Check-in";

    public CheckInView(
            RoundReader rounds,
            CheckIns checkIns,
            OwnStanding own,
            CheckInRules rules,
            ActivityReader activity,
            ImportedActivity imported,
            Reader reader) {
        this.rounds = rounds;
        this.checkIns = checkIns;
        this.own = own;
        this.rules = rules;
        this.activity = activity;
        this.lists = new ActivityPanel(imported, this::show);
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> number = event.getRouteParameters().get("round");
        asked = number.filter(text -> text.matches("[1-9]\\d{0,17}")).map(text -> new RoundId(Long.parseLong(text)));
        if (number.isPresent() && asked.flatMap(rounds::detail).isEmpty()) {
            event.rerouteToError(NotFoundException.class, "There is no check-in %s.".formatted(number.get()));
            return;
        }
        show();
    }

    private void show() {
        List<Round> all = rounds.newest();
        Optional<RoundDetail> shown = asked.flatMap(rounds::detail)
                .or(rounds::forMe)
                .or(() -> all.stream().findFirst().flatMap(round -> rounds.detail(round.id())));
        title = shown.map(detail -> detail.round().title()).orElse("Check-in");
        List<Component> reading = new ArrayList<>();
        List<Component> acting = new ArrayList<>();
        new ComeBackPanel(own, reader, this::show).card().ifPresent(reading::add);
        if (reader.isCore() && rounds.forMe().isEmpty()) {
            acting.add(new EmeritusPanel(own, this::show));
        }
        shown.ifPresentOrElse(detail -> fill(detail, reading, acting), () -> reading.add(none()));
        if (reader.isSecretary()) {
            acting.add(new SecretaryPanel(checkIns, rules, shown, reader, this::show));
            new BringBackPanel(own, this::show).card().ifPresent(acting::add);
            reading.add(new QuietPanel(activity, checkIns, rules, this::show));
            acting.add(lists);
        }
        acting.add(new RoundsPanel(all, rounds.next(), shown.map(RoundDetail::round), reader));
        getContent().removeAll();
        getContent().add(head(shown), new Columns(reading, acting));
    }

    private void fill(RoundDetail detail, List<Component> reading, List<Component> acting) {
        if (AnswerPanel.concerns(detail, reader)) {
            reading.add(new AnswerPanel(checkIns, rules, detail, reader, this::show));
        }
        reading.add(new AnswersPanel(detail, activity.lastSeen(), reader));
        if (detail.round().state() != Round.State.APPLIED) {
            acting.add(new PreviewPanel(rounds.preview(detail), detail.round()));
        }
        acting.add(new NoticesPanel(checkIns, detail, reader, this::show));
    }

    private static Card none() {
        return new Card(new Empty(
                "No check-in has taken place yet. Once one opens, its question, everybody's answers and what its end will"
                        + " do appear here.",
                Address.link("rules", "What the governance page says")));
    }

    private PageHead head(Optional<RoundDetail> shown) {
        PageHead head = new PageHead(title).below(Address.link("members", "Members"));
        shown.ifPresent(detail -> {
            Round round = detail.round();
            boolean open = round.takesAnswersAt(reader.now());
            Chip state = open ? Chip.state("open") : Chip.plain(ended(round));
            Chip when = new Chip(
                    open ? Tone.WARN : Tone.PLAIN, reader.both(round.endsAt()).after(open ? "ends" : "ended"));
            head.chips(
                    state,
                    when,
                    Chip.plain("%d of %d answered"
                            .formatted(detail.answered(), detail.asked().size())));
        });
        if (shown.isEmpty()) {
            head.lead("Who stays active in core, asked and answered in public.");
        }
        return head;
    }

    private static String ended(Round round) {
        return round.state() == Round.State.OPEN ? "over" : round.state().label();
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
