package org.condaforge.quorate.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServlet;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UnknownPagesTests extends ViewTest {

    @Autowired
    UnknownPages unknownPages;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/votes",
                "/votes/new",
                "/votes/record",
                "/members",
                "/login",
                "/rules",
                "/rules/cfep-approval",
                "/rules/enhancement-proposal"
            })
    void leavesPagesAlone(String path) throws Exception {
        assertThat(status(get(path))).isEqualTo(200);
    }

    @Test
    void leavesAVoteAlone() throws Exception {
        var vote = grove.vote("alder", "Fund the mirror", 7);

        assertThat(status(get("/votes/" + vote.number()))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forest",
                "/votes/4711",
                "/votes/x",
                "/votes/1/2",
                "/votes/99999999999999999999",
                "/votes/%3Cimg%3E",
                "/cfeps/4711",
                "/meetings/2026-02-30",
                "/members/nobody",
                "/rules/yarn"
            })
    void answers404ForPagesThereAreNot(String path) throws Exception {
        assertThat(status(get(path))).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/rules, conda, 200",
        "/rules, circle, 404",
        "/rules/consensus, plus-three, 200",
        "/rules/consensus, conda, 404",
        "/rules/consensus, circle, 404",
        "/votes, 2, 200",
    })
    void asksOnTheGovernancePageThatIsNamed(String path, String page, int status) throws Exception {
        MockHttpServletRequest request = get(path);
        request.setParameter("page", page);

        assertThat(status(request)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/VAADIN/build/x", "/api/v1/forest", "/assets/ui/none", "/forest.png", "/error"})
    void leavesToOthersWhatIsNoPage(String path) throws Exception {
        assertThat(status(get(path))).isEqualTo(200);
    }

    @Test
    void leavesVaadinsOwnRequestsAlone() throws Exception {
        MockHttpServletRequest request = get("/forest");
        request.setParameter("v-r", "uidl");
        assertThat(status(request)).isEqualTo(200);

        MockHttpServletRequest image = get("/forest");
        image.removeHeader("Accept");
        image.addHeader("Accept", "image/png");
        assertThat(status(image)).isEqualTo(200);

        MockHttpServletRequest post = get("/forest");
        post.setMethod("POST");
        assertThat(status(post)).isEqualTo(200);
    }

    private MockHttpServletRequest get(String path) {
        var request = new MockHttpServletRequest(VaadinServlet.getCurrent().getServletContext(), "GET", path);
        request.addHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        return request;
    }

    /// The status, once the filter has passed the request on.
    private int status(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        unknownPages.doFilter(request, response, chain);
        assertThat(chain.getRequest()).isSameAs(request);
        return response.getStatus();
    }
}
