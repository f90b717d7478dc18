package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.server.VaadinSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.vote.Call;

/// Calls that were begun in this browser and not opened: kept until it is closed, so that a reload or another page in
/// between loses nothing. Nobody else sees them.
final class CallDrafts {

    private static final int MOST = 20;

    private final Map<String, Call> drafts = new LinkedHashMap<>();

    private CallDrafts() {}

    static CallDrafts ofSession() {
        VaadinSession session = VaadinSession.getCurrent();
        CallDrafts known = session.getAttribute(CallDrafts.class);
        if (known == null) {
            known = new CallDrafts();
            session.setAttribute(CallDrafts.class, known);
        }
        return known;
    }

    /// What was begun under that address of the form.
    Optional<Call> of(String address) {
        return Optional.ofNullable(drafts.get(address));
    }

    /// Keeps it, and forgets the oldest where there are many.
    void keep(String address, Call call) {
        drafts.remove(address);
        drafts.put(address, call);
        if (drafts.size() > MOST) {
            drafts.remove(drafts.keySet().iterator().next());
        }
    }

    void forget(String address) {
        drafts.remove(address);
    }
}
