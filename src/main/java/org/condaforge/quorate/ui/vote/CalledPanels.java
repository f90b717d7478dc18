package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.shell.Site;
import org.condaforge.quorate.vote.Amendments;
import org.condaforge.quorate.vote.CallReader;
import org.condaforge.quorate.vote.CallTexts;
import org.condaforge.quorate.vote.VoteCalls;

/// The services behind what the page of a vote says of its call, and lets its caller do.
@SpringComponent
record CalledPanels(CallReader reader, CallTexts texts, Amendments amendments, VoteCalls calls, Site site) {

    /// @param done is run after something was changed
    CalledPanel panel(Reader person, Runnable done) {
        return new CalledPanel(this, person, done);
    }
}
