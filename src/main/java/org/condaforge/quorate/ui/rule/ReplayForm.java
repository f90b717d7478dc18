package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.rule.ReplayAddress.Form;
import org.condaforge.quorate.vote.Replay;
import org.condaforge.quorate.vote.Yardstick;

/// Asks what votes are to be counted by, and leads to the address that says so.
final class ReplayForm extends Composite<Card> {

    private final List<Policy> policies;
    private final Consumer<String> go;
    private final RadioButtonGroup<Form> form = new RadioButtonGroup<>("Count every closed vote by");
    private final Select<Policy> policy = new Select<>();
    private final Select<VotingItem> standIn = new Select<>();
    private final Select<Replay.VotedItem> item = new Select<>();
    private final TextArea rule = new TextArea("Rule");
    private final UnorderedList problems = new UnorderedList();

    /// @param items what votes were called on
    /// @param go is told the address to open
    ReplayForm(List<Policy> policies, List<Replay.VotedItem> items, Consumer<String> go) {
        this.policies = List.copyOf(policies);
        this.go = go;
        form.setItems(Form.values());
        form.setItemLabelGenerator(Form::label);
        form.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        form.addValueChangeListener(change -> arrange());
        policy.setLabel("Policy");
        policy.setItems(policies);
        policy.setItemLabelGenerator(one -> one == null ? "" : one.title());
        policy.addValueChangeListener(change -> offerStandIns());
        standIn.setLabel("Votes on items that it does not have");
        standIn.setEmptySelectionAllowed(true);
        standIn.setEmptySelectionCaption("leave them out");
        standIn.setItemLabelGenerator(one -> one == null ? "leave them out" : "count as: " + one.title());
        item.setLabel("Votes on");
        item.setEmptySelectionAllowed(true);
        item.setEmptySelectionCaption("everything");
        item.setItems(items);
        item.setItemLabelGenerator(one -> one == null
                ? "everything"
                : "%s · %s".formatted(one.title(), title(one.item().policy())));
        item.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                copyRuleOf(Optional.of(change.getValue().item()));
            }
        });
        rule.setMaxLength(ReplayAddress.LONGEST_RULE);
        rule.setMinRows(3);
        rule.setHelperText("As governance pages write it: {majority: 60%, routes: [standard, time-out]},"
                + " {consensus: {yes: 3, no: 0}} or {any-of: [...]}");
        problems.addClassName("q-problem");
        problems.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Button count = new Button("Count", click -> count());
        count.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(form, policy, standIn, item, rule, problems, count);
        fields.addClassName("q-form");
        return new Card("What would have been", fields).acting();
    }

    /// Shows what the address says; the text of a rule that means the same stays as its author laid it out.
    void show(ReplayAddress address) {
        form.setValue(address.form());
        policy.setValue(address.policy()
                .or(() -> policies.stream().findFirst().filter(first -> policy.isEmpty()))
                .orElse(policy.getValue()));
        offerStandIns();
        standIn.setValue(address.standIn().orElse(null));
        item.setValue(item.getListDataView()
                .getItems()
                .filter(one -> address.item().filter(one.item()::equals).isPresent())
                .findFirst()
                .orElse(null));
        if (!address.rule().isBlank() && !sameRule(address.rule())) {
            rule.setValue(address.rule());
        } else if (rule.isEmpty()) {
            copyRuleOf(address.item());
        }
        arrange();
        say(address.problems());
    }

    private boolean sameRule(String written) {
        List<String> ignored = new ArrayList<>();
        return rule.getValue().equals(written)
                || ReplayAddress.read(rule.getValue(), ignored)
                        .filter(here -> Optional.of(here).equals(ReplayAddress.read(written, ignored)))
                        .isPresent();
    }

    private void arrange() {
        boolean byPolicy = form.getValue() == Form.POLICY;
        boolean byRule = form.getValue() == Form.RULE;
        policy.setVisible(byPolicy);
        standIn.setVisible(byPolicy);
        item.setVisible(byRule);
        rule.setVisible(byRule);
    }

    private void offerStandIns() {
        VotingItem before = standIn.getValue();
        List<VotingItem> offered = policy.getOptionalValue().map(Policy::items).orElse(List.of()).stream()
                .filter(one -> one.rule().isPresent())
                .toList();
        standIn.setItems(offered);
        standIn.setValue(before != null && offered.contains(before) ? before : null);
    }

    private String title(String policy) {
        return policies.stream()
                .filter(one -> one.name().equals(policy))
                .findFirst()
                .map(Policy::title)
                .orElse(policy);
    }

    /// A copy of that item's rule to edit; of the first item with a rule where it is known to no policy.
    private void copyRuleOf(Optional<Yardstick.Item> wanted) {
        List<VotingItem> items = policies.stream()
                .flatMap(one -> one.items().stream())
                .filter(one -> one.rule().isPresent())
                .toList();
        wanted.flatMap(named -> items.stream()
                        .filter(one -> one.policy().equals(named.policy())
                                && one.name().equals(named.name()))
                        .findFirst())
                .or(() -> items.stream().findFirst())
                .flatMap(VotingItem::rule)
                .ifPresent(found -> rule.setValue(RuleNotation.write(found)));
    }

    private void count() {
        List<String> wrong = new ArrayList<>();
        switch (form.getValue()) {
            case POLICY ->
                policy.getOptionalValue()
                        .ifPresentOrElse(
                                chosen -> go.accept(ReplayAddress.policy(chosen, standIn.getOptionalValue())),
                                () -> wrong.add("Choose a policy."));
            case RULE ->
                ReplayAddress.read(rule.getValue(), wrong)
                        .ifPresent(written -> go.accept(ReplayAddress.rule(
                                written, item.getOptionalValue().map(Replay.VotedItem::item))));
            case CALLED -> go.accept(ReplayAddress.called());
        }
        if (!wrong.isEmpty()) {
            say(wrong);
        }
    }

    private void say(List<String> sentences) {
        problems.removeAll();
        sentences.forEach(sentence -> problems.add(new ListItem(sentence)));
    }
}
