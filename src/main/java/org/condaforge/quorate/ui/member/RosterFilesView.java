package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.RosterExport;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;

/// The roster files for a pull request: what changed in them since they were read, and the files themselves.
@Route(RosterFilesView.PATH)
@PageTitle("Roster files · Quorate")
@AnonymousAllowed
public class RosterFilesView extends Composite<Main> implements BeforeEnterObserver {

    static final String PATH = "members/files";

    private final RosterExport export;

    public RosterFilesView(RosterExport export) {
        this.export = export;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        PageHead head =
                new PageHead("Roster files").below(Address.link("members", "Members"), new Span("Roster files"));
        getContent().add(head);
        Optional<String> refusal = export.refusal();
        if (refusal.isPresent()) {
            getContent()
                    .add(new Card(new Paragraph(refusal.get()
                            + " The files have mail addresses in them. Who is on them is under Members for everybody to"
                            + " read.")));
            return;
        }
        List<RosterExport.File> files = export.files();
        head.lead(sentence(files));
        getContent().add(files.isEmpty() ? nothing() : new RosterDiffPanel(files));
    }

    private static String sentence(List<RosterExport.File> files) {
        long changed = files.stream().filter(file -> !file.diff().isEmpty()).count();
        return changed == 0
                ? "The files say what the roster says; there is nothing to bring to their repository."
                : "%s to be brought to the repository of the roster."
                        .formatted(changed == 1 ? "One file is" : "Two files are");
    }

    private static Component nothing() {
        return new Card(new Empty(
                "Nobody is on the roster and no file of it was read. Import core.csv and emeritus.csv: what changes here"
                        + " appears as a diff of them.",
                Address.link("import", "Import")));
    }
}
