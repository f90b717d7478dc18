package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Component;
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
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.AccessChecklist;
import org.condaforge.quorate.member.AccessService;
import org.condaforge.quorate.member.AccessSystem;
import org.condaforge.quorate.member.AccessTask;
import org.condaforge.quorate.member.AccessTransfer;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Where secretaries work through what is to be revoked and given, and see who holds what. The address says which
/// system
/// is shown.
@Route(AccessView.PATH)
@PageTitle("Access · Quorate")
@AnonymousAllowed
public class AccessView extends Composite<Main> implements BeforeEnterObserver {

    static final String PATH = "members/access";

    private final AccessService access;
    private final AccessChecklist checklist;
    private final TransferPanel transfer;
    private final MemberService members;
    private final Reader reader;
    private String address = PATH;

    public AccessView(
            AccessService access,
            AccessChecklist checklist,
            AccessTransfer transfer,
            MemberService members,
            Reader reader) {
        this.access = access;
        this.checklist = checklist;
        this.transfer = new TransferPanel(transfer, this::again);
        this.members = members;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    /// The address of the page of a system.
    static String of(AccessSystem.Id system) {
        return Address.with(PATH, Map.of("system", String.valueOf(system.number())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        Optional<String> refusal = access.refusal();
        if (refusal.isPresent()) {
            getContent()
                    .add(
                            new PageHead("Access").below(Address.link("members", "Members"), new Span("Access")),
                            new Card(new Paragraph(refusal.get()
                                    + " It says who holds which account, token or place in a team, and what is to be"
                                    + " revoked. The roster is open for everybody to read.")));
            return;
        }
        Optional<Long> asked = system(event.getLocation());
        Optional<AccessSystem> shown = asked.map(AccessSystem.Id::new).flatMap(access::system);
        if (asked.isPresent() && shown.isEmpty()) {
            event.rerouteToError(NotFoundException.class, "There is no system %d.".formatted(asked.get()));
            return;
        }
        address = shown.map(AccessSystem::id).map(AccessView::of).orElse(PATH);
        show(shown);
    }

    private static Optional<Long> system(Location location) {
        return Address.parameter(location, "system")
                .filter(value -> value.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf);
    }

    private void show(Optional<AccessSystem> shown) {
        List<AccessTask> open = checklist.open();
        List<AccessSystem> systems = access.systems();
        List<Component> reading = new ArrayList<>();
        List<Component> acting = new ArrayList<>();
        shown.ifPresentOrElse(
                system -> {
                    reading.add(new HoldersPanel(system, access, reader, this::again));
                    acting.add(new GrantForm(system, access, members, this::again));
                    acting.add(SystemForm.changing(system, access, this::again));
                },
                () -> {
                    reading.add(new ChecklistPanel(open, checklist, reader, this::again));
                    reading.add(new SystemsPanel(systems));
                    reading.add(new EndedTasks(checklist.ended(EndedTasks.MOST), reader));
                    acting.add(SystemForm.adding(access, id -> Address.open(of(id))));
                    acting.add(transfer);
                });
        PageHead head = new PageHead(shown.map(AccessSystem::name).orElse("Access"));
        if (shown.isPresent()) {
            head.below(
                    Address.link("members", "Members"),
                    Address.link(PATH, "Access"),
                    new Span(shown.get().name()));
        } else {
            head.below(Address.link("members", "Members"), new Span("Access")).lead(ChecklistPanel.sentence(open));
        }
        getContent().add(head, new Columns(reading, acting));
    }

    private void again() {
        Address.open(address);
    }
}
