package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;

/// What an address says that leads nowhere.
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundView extends Composite<Main> implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        String said = said(parameter);
        getContent().addClassNames("q-page", "q-single");
        getContent().setId("content");
        getContent()
                .add(
                        new PageHead("There is nothing here"),
                        new Card(new Empty(
                                said.isEmpty()
                                        ? "No page has the address /%s."
                                                .formatted(event.getLocation().getPath())
                                        : said,
                                Address.link("votes", "All votes"),
                                Address.link("cfeps", "All CFEPs"),
                                Address.link("meetings", "All meetings"))));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    /// What a page of ours says of a thing there is not. What Vaadin says of an address is the exception's own message.
    private static String said(ErrorParameter<NotFoundException> parameter) {
        boolean ours = parameter.hasCustomMessage()
                && !parameter.getCustomMessage().equals(parameter.getException().getMessage());
        return ours ? parameter.getCustomMessage() : "";
    }

    @Override
    public String getPageTitle() {
        return "Not found · Quorate";
    }
}
