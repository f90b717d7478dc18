package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.ui.component.Card;

/// The fields of a made-up vote. Whoever changes one is told what is wrong at the field, or the listener is told the
/// vote.
final class TrialForm extends Composite<Card> {

    private static final List<String> TIMES = List.of("start", "middle", "end");

    private final IntegerField active = number("Active members", 0);
    private final IntegerField yes = number("+1 yes", 0);
    private final IntegerField no = number("−1 no", 0);
    private final IntegerField abstain = number("0 abstain", 0);
    private final IntegerField period = number("Planned period", 1);
    private final Select<ChronoUnit> unit = new Select<>();
    private final Checkbox ended = new Checkbox("The end has come");
    private final IntegerField more = number("May still vote", 0);
    private final Checkbox met = new Checkbox("All of it is done");
    private final IntegerField open = number("Open for days", 0);
    private final Checkbox presented = new Checkbox("Presented at a core meeting");
    private final CheckboxGroup<String> chat = notices("Announced on chat");
    private final CheckboxGroup<String> mail = notices("Announced by mail");
    private final NativeDetails evidence = new NativeDetails("For the time-out route");
    private final Paragraph problems = new Paragraph();
    private final SerializableConsumer<Trial> changed;
    private Trial shown = Trial.start(0, Duration.ofDays(7));

    TrialForm(Rule rule, SerializableConsumer<Trial> changed) {
        this.changed = changed;
        unit.setLabel("in");
        unit.setItems(ChronoUnit.DAYS, ChronoUnit.HOURS);
        unit.setItemLabelGenerator(each -> each == null ? "" : each.toString().toLowerCase(java.util.Locale.ROOT));
        evidence.setVisible(RuleWords.routesOf(rule).contains(Route.TIME_OUT));
        problems.getElement().setAttribute("role", "alert");
        problems.addClassName("q-problem");
        Stream.<HasValue<?, ?>>of(active, yes, no, abstain, period, unit, ended, more, open, presented, chat, mail)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        read();
                    }
                }));
        met.addValueChangeListener(change -> {
            if (change.isFromClient() && isRight()) {
                become(
                        change.getValue()
                                ? trial().withTimeOutMet()
                                : Trial.start(trial().active(), trial().period())
                                        .with(trial().tally()));
            }
        });
    }

    @Override
    protected Card initContent() {
        var numbers = new Div(active, yes, no, abstain);
        numbers.addClassName("q-numbers");
        var time = new Div(period, unit);
        time.addClassName("q-numbers");
        var form = new Div(problems, numbers, time, ended, more, evidence);
        form.addClassName("q-form");
        var inside = new Div(met, open, presented, chat, mail);
        inside.addClassName("q-form");
        evidence.setContent(inside);
        return new Card("Calculator", form).acting();
    }

    /// Shows a vote and, where its address has faults, what they are.
    void show(Trial trial, List<String> faults) {
        shown = trial;
        problems.setText(String.join(" ", faults));
        active.setValue(trial.active());
        yes.setValue(trial.tally().yes());
        no.setValue(trial.tally().no());
        abstain.setValue(trial.tally().abstain());
        var days = trial.period().toHours() % 24 == 0;
        unit.setValue(days ? ChronoUnit.DAYS : ChronoUnit.HOURS);
        period.setMax(days ? Trial.MOST : Trial.MOST * 24);
        period.setValue(
                Math.toIntExact(days ? trial.period().toDays() : trial.period().toHours()));
        ended.setValue(trial.ended());
        more.setVisible(!trial.ended());
        more.setValue(trial.more());
        met.setValue(trial.timeOutMet());
        open.setValue(trial.daysOpen());
        presented.setValue(trial.presented());
        chat.setValue(Set.copyOf(Trial.times(trial.chat())));
        mail.setValue(Set.copyOf(Trial.times(trial.mail())));
        var start = Trial.start(trial.active(), trial.period());
        evidence.setOpen(evidence.isOpen()
                || trial.daysOpen() != start.daysOpen()
                || trial.presented()
                || !trial.chat().equals(Notices.NONE)
                || !trial.mail().equals(Notices.NONE));
    }

    private void read() {
        period.setMax(unit.getValue() == ChronoUnit.DAYS ? Trial.MOST : Trial.MOST * 24);
        if (isRight()) {
            become(trial());
        }
    }

    private void become(Trial trial) {
        show(trial, List.of());
        changed.accept(trial);
    }

    /// What the fields say; what depends on another field follows it until somebody sets it.
    private Trial trial() {
        var planned = Duration.of(period.getValue(), unit.getValue());
        var tally = new Tally(yes.getValue(), no.getValue(), abstain.getValue());
        var days = open.getValue() == Trial.days(shown.period()) ? Trial.days(planned) : open.getValue();
        var trial = new Trial(
                active.getValue(),
                tally,
                planned,
                days,
                presented.getValue(),
                notices(chat),
                notices(mail),
                ended.getValue(),
                0);
        if (trial.ended()) {
            return trial;
        }
        var follows = shown.ended() || more.getValue() == shown.silent();
        return trial.withMore(follows ? trial.silent() : more.getValue());
    }

    private boolean isRight() {
        return Stream.of(active, yes, no, abstain, period, more, open)
                .map(TrialForm::isRight)
                .reduce(true, Boolean::logicalAnd);
    }

    private static boolean isRight(IntegerField field) {
        var right = Optional.ofNullable(field.getValue())
                .filter(value -> value >= field.getMin() && value <= field.getMax())
                .isPresent();
        field.setErrorMessage(right ? "" : "A whole number from %d to %d".formatted(field.getMin(), field.getMax()));
        field.setInvalid(!right);
        return right;
    }

    private static Notices notices(CheckboxGroup<String> times) {
        var value = times.getValue();
        return new Notices(value.contains("start"), value.contains("middle"), value.contains("end"));
    }

    private static IntegerField number(String label, int least) {
        var field = new IntegerField(label);
        field.setManualValidation(true);
        field.setMin(least);
        field.setMax(Trial.MOST);
        field.setStepButtonsVisible(true);
        return field;
    }

    private static CheckboxGroup<String> notices(String label) {
        var group = new CheckboxGroup<String>(label);
        group.setItems(TIMES);
        return group;
    }
}
