package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.router.Location;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalService.Filter;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.ui.shell.Address;

/// What the address of the list of proposals asks for: `?status=...&drift=true&q=...&as=board&add=22&page=...`. A word
/// that is none of these counts as not written.
///
/// @param words in number, title or author
/// @param drift only those with drift
/// @param board as columns by status, not as a list
/// @param add the form to add one, with its number if that is one
/// @param page from 0
record ProposalsAddress(
        Optional<Status> status, boolean drift, String words, boolean board, Optional<String> add, int page) {

    static final String PATH = "cfeps";

    static ProposalsAddress of(Location location) {
        return new ProposalsAddress(
                Address.parameter(location, "status").flatMap(ProposalsAddress::status),
                Address.parameter(location, "drift").filter("true"::equals).isPresent(),
                Address.parameter(location, "q").orElse(""),
                Address.parameter(location, "as").filter("board"::equals).isPresent(),
                Address.parameter(location, "add"),
                Address.page(location));
    }

    private static Optional<Status> status(String word) {
        return word.equalsIgnoreCase(Status.UNKNOWN.label()) ? Optional.of(Status.UNKNOWN) : Status.of(word);
    }

    ProposalsAddress withStatus(Optional<Status> wanted) {
        return new ProposalsAddress(wanted, drift, words, board, Optional.empty(), 0);
    }

    ProposalsAddress withDrift(boolean wanted) {
        return new ProposalsAddress(status, wanted, words, board, Optional.empty(), 0);
    }

    ProposalsAddress withWords(String wanted) {
        return new ProposalsAddress(status, drift, wanted.strip(), board, add, 0);
    }

    ProposalsAddress withBoard(boolean wanted) {
        return new ProposalsAddress(status, drift, words, wanted, Optional.empty(), 0);
    }

    ProposalsAddress withAdd(Optional<String> wanted) {
        return new ProposalsAddress(status, drift, words, board, wanted, page);
    }

    Filter filter() {
        return new Filter(status, words, drift ? Optional.of(true) : Optional.empty());
    }

    /// The parameters but for the page; what goes without saying is left out.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "status", status.map(s -> s.label().toLowerCase(Locale.ROOT)).orElse(""));
        parameters.put("drift", drift ? "true" : "");
        parameters.put("q", words);
        parameters.put("as", board ? "board" : "");
        parameters.put("add", add.orElse(""));
        return parameters;
    }

    String path() {
        return Address.with(PATH, parameters());
    }
}
