package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.MarkdownText;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.springframework.core.io.ClassPathResource;

/// What secret votes promise and what they do not: the page of the documentation as it ships.
@Route("rules/secret-votes")
@PageTitle("Secret votes · Quorate")
@AnonymousAllowed
public class SecretVotesView extends Composite<Main> {

    private static final String TITLE = "# Secret votes";

    public SecretVotesView() {
        getContent().addClassName("q-page");
        getContent().setId("content");
        getContent()
                .add(
                        new PageHead("Secret votes").below(Address.link("rules", "Rules")),
                        new Card(new MarkdownText(text().replaceFirst(TITLE, ""), Address.inText(), 1)));
    }

    private static String text() {
        try {
            return new ClassPathResource("governance/secret-votes.md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
