package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.router.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.vote.VoteId;

/// What the form of a call begins with, as its address says it: `votes/new?policy=&item=&cfep=&replaces=`.
///
/// @param replaces the vote that is called again
record CallAddress(
        Optional<String> policy, Optional<String> item, Optional<ProposalNumber> cfep, Optional<VoteId> replaces) {

    private static final String PATH = "votes/new";

    static CallAddress of(Location location) {
        return new CallAddress(
                Address.parameter(location, "policy"),
                Address.parameter(location, "item"),
                Address.proposal(location, "cfep"),
                Address.parameter(location, "replaces")
                        .filter(number -> number.matches("[1-9]\\d{0,17}"))
                        .map(number -> new VoteId(Long.parseLong(number))));
    }

    /// The form that calls that vote again.
    static String again(VoteId vote) {
        return Address.with(PATH, Map.of("replaces", String.valueOf(vote.number())));
    }

    /// The same form, with what was chosen.
    CallAddress choosing(Optional<String> chosenPolicy, Optional<String> chosenItem, Optional<ProposalNumber> chosen) {
        return new CallAddress(chosenPolicy, chosenItem, chosen, replaces);
    }

    String path() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("policy", policy.orElse(""));
        parameters.put("item", item.orElse(""));
        parameters.put(
                "cfep", cfep.map(number -> String.valueOf(number.value())).orElse(""));
        parameters.put(
                "replaces", replaces.map(vote -> String.valueOf(vote.number())).orElse(""));
        return Address.with(PATH, parameters);
    }
}
