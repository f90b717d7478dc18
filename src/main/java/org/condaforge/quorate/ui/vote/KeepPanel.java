package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.journal.Certificates;
import org.condaforge.quorate.journal.JournalService.Place;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteRecordText;
import org.condaforge.quorate.vote.VoteRecordTexts;
import org.condaforge.quorate.vote.VoteState;

/// The record of a vote that has ended, to keep: as Markdown to copy or download, as a certificate that can be counted
/// again, and where its end stands in the journal.
@JsModule("context://assets/ui/js/copy-text.js")
final class KeepPanel extends Composite<Card> {

    private static final int SHOWN_OF_HASH = 10;
    private static final String FIELD = "vote-record";
    private static final String SAYS = "vote-record-copied";

    private final Certificates certificates;
    private final VoteRecordTexts records;
    private final Reader reader;
    private final Div body = new Div();

    KeepPanel(Certificates certificates, VoteRecordTexts records, Reader reader) {
        this.certificates = certificates;
        this.records = records;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        return new Card("Record", body);
    }

    void show(VoteDetail vote) {
        VoteId id = vote.summary().id();
        boolean standard = vote.summary().isPublic();
        setVisible(vote.summary().state() == VoteState.CLOSED && (standard || readsSensitive()));
        body.removeAll();
        if (!isVisible()) {
            return;
        }
        Optional<String> refusal = certificates.refusal(id);
        Optional<String> markdown = records.of(vote);
        body.add(new Paragraph(VoteRecordText.outcome(vote)));
        Div actions = new Div();
        actions.addClassName("q-actions");
        markdown.ifPresent(text -> actions.add(copy(), download("/record", id, ".md")));
        if (refusal.isEmpty()) {
            actions.add(standard ? download("/certificate", id, ".json") : forMembers(id));
        }
        Span copied = new Span();
        copied.setId(SAYS);
        copied.addClassName("q-small");
        copied.getElement().setAttribute("role", "status");
        body.add(actions, copied);
        body.add(fine(refusal.<Component>map(Span::new).orElseGet(() -> verify(id))));
        if (refusal.isEmpty()) {
            body.add(fine(place(vote)));
        }
        markdown.ifPresent(text -> body.add(new Details("The record in Markdown", field(text))));
    }

    private boolean readsSensitive() {
        return reader.person().filter(person -> person.standing().isPresent()).isPresent();
    }

    private static Button copy() {
        Button copy = new Button("Copy as Markdown");
        copy.getElement().setAttribute("data-copies", FIELD).setAttribute("data-says", SAYS);
        return copy;
    }

    private static TextArea field(String text) {
        TextArea field = new TextArea("Record in Markdown");
        field.setId(FIELD);
        field.addClassName("q-code");
        field.setReadOnly(true);
        field.setWidthFull();
        field.setValue(text);
        return field;
    }

    private static Anchor download(String what, VoteId id, String ending) {
        String name = "vote-" + id.number() + ending;
        Anchor anchor = new Anchor("api/v1/votes/" + id.number() + what, "Download " + name);
        anchor.setRouterIgnore(true);
        anchor.getElement().setAttribute("download", name);
        return anchor;
    }

    /// Of a sensitive vote there is no public address.
    private Anchor forMembers(VoteId id) {
        String name = "vote-" + id.number() + ".json";
        return new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] text = certificates.of(id).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(new ByteArrayInputStream(text), name, "application/json", text.length);
                }),
                "Download " + name);
    }

    private static Span verify(VoteId id) {
        return new Span(
                new Span("The certificate has all that a recount needs, and this counts it again: "),
                new Code("./quorate verify vote-%d.json".formatted(id.number())));
    }

    private Component place(VoteDetail vote) {
        LocalDate day = LocalDate.ofInstant(vote.summary().decidedAt().orElseThrow(), ZoneOffset.UTC);
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("kind", "vote");
        entries.put("on", day.toString());
        Anchor journal = Address.link(Address.with("journal", entries), "journal");
        Optional<Place> place = certificates.placeOf(vote.summary().id());
        if (place.isEmpty()) {
            return new Span(
                    new Span("Its end is not chained in the "),
                    journal,
                    new Span(" yet; that takes a moment, and then the certificate names its place."));
        }
        Code hash = new Code(place.get().hash().substring(0, SHOWN_OF_HASH) + "…");
        hash.setTitle("SHA-256 " + place.get().hash());
        return new Span(
                new Span("Its end stands in the "),
                journal,
                new Span(" at position %,d, ".formatted(place.get().position())),
                hash);
    }

    private static Paragraph fine(Component words) {
        Paragraph fine = new Paragraph(words);
        fine.addClassNames("q-dim", "q-small");
        return fine;
    }
}
