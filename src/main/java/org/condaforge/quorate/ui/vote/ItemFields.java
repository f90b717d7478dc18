package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;

/// Asks what kind of decision is to be made.
final class ItemFields extends Composite<Select<VotingItem>> {

    private final Policies policies;

    /// @param offered the items that the reader may call a vote on
    ItemFields(Policies policies, List<VotingItem> offered, Runnable changed) {
        this.policies = policies;
        Select<VotingItem> field = getContent();
        field.setLabel("What kind of decision");
        field.setWidthFull();
        field.setItems(offered);
        field.setItemLabelGenerator(
                found -> found == null ? "" : "%s · %s%s".formatted(found.title(), title(found), remark(found)));
        field.addValueChangeListener(change -> changed.run());
    }

    /// Whether a vote on it can be called at all.
    static boolean callable(VotingItem item) {
        return item.rule().isPresent();
    }

    Optional<VotingItem> chosen() {
        return Optional.ofNullable(getContent().getValue());
    }

    void choose(VotingItem item) {
        getContent().setValue(item);
    }

    private String title(VotingItem found) {
        return policies.policy(found.policy()).map(Policy::title).orElse(found.policy());
    }

    private static String remark(VotingItem found) {
        if (found.classification() == Classification.SENSITIVE) {
            return " (secret ballots)";
        }
        return found.rule().isEmpty() ? " (no vote needed)" : "";
    }
}
