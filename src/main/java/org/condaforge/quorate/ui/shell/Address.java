package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.condaforge.quorate.meeting.ActionId;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.ui.component.TextLinks;
import org.condaforge.quorate.vote.VoteId;

/// The addresses of pages. They are stable: people share them.
public final class Address {

    private static final Pattern WORDS = Pattern.compile("(?i)\\bcfep[-# ]?0*[1-9]\\d{0,3}\\b(?![/#\\w]|\\.\\w)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /// The parameter that holds the number of a list's page.
    static final String PAGE = "page";

    /// The parameter that holds the line of a text to show.
    public static final String LINE = "line";

    private Address() {}

    /// The page of a vote.
    public static String of(VoteId vote) {
        return "votes/" + vote.number();
    }

    /// The page of a proposal.
    public static String of(ProposalNumber proposal) {
        return "cfeps/" + proposal.value();
    }

    /// The page of a meeting.
    public static String of(LocalDate meeting) {
        return "meetings/" + meeting;
    }

    /// The page of an action item.
    public static String of(ActionId action) {
        return "actions/" + action.number();
    }

    /// The page of a member.
    public static String member(String login) {
        return "members/" + login;
    }

    /// A link to a page, by its address within the application.
    public static Anchor link(String address, String text) {
        Anchor anchor = new Anchor(address, text);
        anchor.setRouterIgnore(false);
        return anchor;
    }

    /// Turns "CFEP-12" in imported text into a link to the proposal.
    public static TextLinks inText() {
        return TextLinks.of(WORDS, word -> {
            var digits = DIGITS.matcher(word);
            return digits.find() ? Optional.of("cfeps/" + Integer.parseInt(digits.group())) : Optional.empty();
        });
    }

    /// The first value of a query parameter, without blanks around it; empty when it is absent or blank.
    public static Optional<String> parameter(Location location, String name) {
        return location.getQueryParameters()
                .getSingleParameter(name)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /// The page number in an address, from 0; pages are counted from 1 there.
    public static int page(Location location) {
        return page(location, PAGE);
    }

    /// The same, where it stands under another name.
    public static int page(Location location, String name) {
        return parameter(location, name)
                .filter(value -> value.matches("[1-9]\\d{0,5}"))
                .map(value -> Integer.parseInt(value) - 1)
                .orElse(0);
    }

    /// The CFEP whose number is under that name.
    public static Optional<ProposalNumber> proposal(Location location, String name) {
        return parameter(location, name)
                .filter(number -> number.matches("[1-9]\\d{0,5}"))
                .map(number -> new ProposalNumber(Integer.parseInt(number)));
    }

    /// The line of the text that is to be shown, if the address names one.
    public static Optional<Integer> line(Location location) {
        return parameter(location, LINE)
                .filter(value -> value.matches("[1-9]\\d{0,6}"))
                .map(Integer::valueOf);
    }

    /// The address of the same path with these parameters in their order; empty values are left out.
    public static String with(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isBlank())
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Goes to an address within the application, parameters included.
    public static void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /// Makes this the address of the page that is shown, without leaving it.
    public static void become(String address) {
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
    }
}
