package org.condaforge.quorate.ui.action;

import com.vaadin.flow.router.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.meeting.ActionReader.Order;
import org.condaforge.quorate.meeting.ActionState;
import org.condaforge.quorate.ui.shell.Address;

/// What the address of the list of action items asks for: `?by=owner|age&state=open|done|gone|all&owner=...&page=...`;
/// without words, the open ones by owner. A word that is none of these counts as not written.
///
/// @param state empty for all
/// @param page from 0
record ActionsAddress(Order order, Optional<ActionState> state, Optional<String> owner, int page) {

    static ActionsAddress of(Location location) {
        String state = Address.parameter(location, "state").orElse("");
        return new ActionsAddress(
                Address.parameter(location, "by").filter("age"::equals).isPresent() ? Order.AGE : Order.OWNER,
                state.equals("all")
                        ? Optional.empty()
                        : Stream.of(ActionState.values())
                                .filter(each -> each.label().equals(state))
                                .findFirst()
                                .or(() -> Optional.of(ActionState.OPEN)),
                Address.parameter(location, "owner"),
                Address.page(location));
    }

    ActionsAddress withOrder(Order wanted) {
        return new ActionsAddress(wanted, state, owner, 0);
    }

    ActionsAddress withState(Optional<ActionState> wanted) {
        return new ActionsAddress(order, wanted, owner, 0);
    }

    ActionsAddress withOwner(Optional<String> wanted) {
        return new ActionsAddress(order, state, wanted, 0);
    }

    /// The parameters but for the page; what goes without saying is left out.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("by", order == Order.AGE ? "age" : "");
        parameters.put("state", state.map(ActionState::label).orElse("all").replaceFirst("^open$", ""));
        parameters.put("owner", owner.orElse(""));
        return parameters;
    }

    String path() {
        return Address.with("actions", parameters());
    }
}
