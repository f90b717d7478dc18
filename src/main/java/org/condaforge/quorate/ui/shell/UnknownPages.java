package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.condaforge.quorate.checkin.RoundId;
import org.condaforge.quorate.checkin.RoundReader;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 404 for pages there are not. Vaadin would answer every address with 200 and tell the browser afterwards; a
/// search engine, a link checker or a script never learns it then. The page itself is Vaadin's, see [NotFoundView].
@Component
class UnknownPages extends OncePerRequestFilter {

    private static final Pattern THING = Pattern.compile("/(votes|cfeps|meetings|members|rules|check-in)/([^/]+)/?");

    private final VoteReader votes;
    private final ProposalService proposals;
    private final MeetingService meetings;
    private final MemberService members;
    private final Policies policies;
    private final RoundReader rounds;

    UnknownPages(
            VoteReader votes,
            ProposalService proposals,
            MeetingService meetings,
            MemberService members,
            Policies policies,
            RoundReader rounds) {
        this.votes = votes;
        this.proposals = proposals;
        this.meetings = meetings;
        this.members = members;
        this.policies = policies;
        this.rounds = rounds;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getMethod().equals("GET")
                || request.getParameter("v-r") != null
                || (accept != null && !accept.contains("text/html") && !accept.contains("*/*"))
                || request.getRequestURI().matches("/(VAADIN|api|assets|error|oauth2|login|logout)(/.*)?")
                || request.getRequestURI().matches(".*\\.[a-z0-9]{2,5}");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!known(path, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        chain.doFilter(request, response);
    }

    private boolean known(String path, HttpServletRequest request) {
        boolean routed = ApplicationRouteRegistry.getInstance(new VaadinServletContext(request.getServletContext()))
                .getNavigationTarget(path.replaceFirst("^/", ""))
                .isPresent();
        Matcher thing = THING.matcher(path);
        String page = request.getParameter("page");
        return routed
                && (thing.matches()
                        ? exists(thing.group(1), thing.group(2), page)
                        : !path.equals("/rules")
                                || page == null
                                || policies.known(page).isPresent());
    }

    private boolean exists(String kind, String key, @Nullable String page) {
        try {
            return switch (kind) {
                case "votes" ->
                    key.equals("new") || key.equals("record") || votes.exists(new VoteId(Long.parseLong(key)));
                case "cfeps" -> proposals.exists(new ProposalNumber(Integer.parseInt(key)));
                case "meetings" -> meetings.exists(LocalDate.parse(key));
                case "rules" -> key.equals("replay") || ruled(key, page);
                case "check-in" ->
                    rounds.detail(new RoundId(Long.parseLong(key))).isPresent();
                default -> members.byLogin(key).isPresent();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private boolean ruled(String item, @Nullable String page) {
        return (page == null ? policies.knownWith(item) : policies.known(page))
                .flatMap(policy -> policy.item(item))
                .isPresent();
    }
}
