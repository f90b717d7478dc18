package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The agendas that were edited in this browser, until it is closed or its session ends. They are nobody's record.
final class AgendaEdits implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<LocalDate, String> texts = new HashMap<>();

    private AgendaEdits() {}

    static AgendaEdits ofSession() {
        VaadinSession session = VaadinSession.getCurrent();
        AgendaEdits edits = session.getAttribute(AgendaEdits.class);
        if (edits == null) {
            edits = new AgendaEdits();
            session.setAttribute(AgendaEdits.class, edits);
        }
        return edits;
    }

    Optional<String> of(LocalDate day) {
        return Optional.ofNullable(texts.get(day));
    }

    void keep(LocalDate day, String text) {
        texts.put(day, text);
    }

    void forget(LocalDate day) {
        texts.remove(day);
    }
}
