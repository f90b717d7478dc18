package org.condaforge.quorate.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.meeting.ActionId;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.ActionState;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Action items over time.
@RestController
class ActionController {

    /// An action item. Owners are logins, or names as written where nobody, or not one alone, is called so. `firstSeen`
    /// and `lastSeen` are null for one that was added here and that no minutes have yet.
    record Answer(
            long id,
            String text,
            List<String> owners,
            boolean done,
            String state,
            Optional<LocalDate> firstSeen,
            Optional<LocalDate> lastSeen,
            List<LocalDate> meetings,
            Optional<LocalDate> due) {}

    private final ActionReader actions;

    ActionController(ActionReader actions) {
        this.actions = actions;
    }

    /// The oldest first.
    @GetMapping("/api/v1/actions")
    Listing<Answer> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = Query.ofList(parameters, "state", "owner");
        ActionReader.Filter filter = new ActionReader.Filter(
                query.oneOf("state", List.of(ActionState.values()), ActionState::label), query.text("owner"));
        return Listing.of(actions.list(filter, ActionReader.Order.AGE, query.page()), row -> answer(row.action()));
    }

    @GetMapping("/api/v1/actions/{id}")
    Answer action(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Query.of(parameters);
        ActionId wanted = new ActionId(Query.number("id", id));
        return actions.find(wanted)
                .map(ActionController::answer)
                .orElseThrow(() -> Refusal.notFound("There is no action item %d.".formatted(wanted.number())));
    }

    static Answer answer(Action action) {
        return new Answer(
                action.id().number(),
                action.text(),
                action.owners().stream().map(Action.Owner::key).toList(),
                action.done(),
                action.state().label(),
                action.firstSeen(),
                action.lastSeen(),
                action.meetings(),
                action.dueOn());
    }
}
