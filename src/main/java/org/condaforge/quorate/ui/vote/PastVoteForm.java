package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.vote.PastVote;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteSummary;

/// Asks for what is known of a vote of the past.
final class PastVoteForm extends Composite<Div> {

    private static final int MOST = 1000;

    private final Policies policies;
    private final MemberService members;
    private final ComboBox<ProposalSummary> proposal = new ComboBox<>("CFEP");
    private final TextField title = new TextField("What was voted on");
    private final ComboBox<VotingItem> item = new ComboBox<>("Kind of decision");
    private final DatePicker opened = day("Opened on");
    private final DatePicker ended = day("Ended on");
    private final Select<Result> result = new Select<>();
    private final Checkbox timedOut = new Checkbox("A time-out decided it; what the time-out asks for was met");
    private final IntegerField yes = count("+1");
    private final IntegerField no = count("−1");
    private final IntegerField abstain = count("0");
    private final IntegerField active = new IntegerField("Active core members then");
    private final TextArea source = new TextArea("Where is this known from?");
    private final TextArea text = new TextArea("The text that was voted on");

    PastVoteForm(Policies policies, MemberService members, List<ProposalSummary> proposals) {
        this.policies = policies;
        this.members = members;
        proposal.setItems(proposals);
        proposal.setItemLabelGenerator(
                found -> "%s: %s".formatted(found.number().label(), found.title()));
        proposal.setClearButtonVisible(true);
        proposal.setHelperText("Empty for a vote on something else");
        title.setMaxLength(300);
        item.setItems(policies.all().stream()
                .flatMap(policy -> policy.items().stream())
                .filter(found -> found.rule().isPresent() && found.classification() == Classification.STANDARD)
                .toList());
        item.setItemLabelGenerator(found -> found == null ? "" : "%s · %s".formatted(found.title(), page(found)));
        item.setClearButtonVisible(true);
        item.setHelperText("Empty if nobody knows; then it cannot be counted again");
        ended.setRequiredIndicatorVisible(true);
        opened.addValueChangeListener(change -> sayRoster());
        ended.addValueChangeListener(change -> sayRoster());
        result.setLabel("How did it end?");
        result.setItems(Result.PASSED, Result.REJECTED, Result.INQUORATE, Result.UNKNOWN);
        result.setItemLabelGenerator(Result::label);
        result.setValue(Result.UNKNOWN);
        active.setMin(1);
        active.setMax(MOST);
        source.setHelperText("A link, or who remembers what");
        source.setRequiredIndicatorVisible(true);
        text.setHelperText("Markdown, or a link to it; may stay empty");
        sayRoster();
    }

    @Override
    protected Div initContent() {
        Div form = new Div(
                proposal,
                title,
                row(opened, ended),
                result,
                row(yes, no, abstain),
                item,
                active,
                timedOut,
                source,
                text);
        form.addClassName("q-form");
        return form;
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("q-fields");
        return row;
    }

    /// Begins with that CFEP.
    void show(ProposalSummary chosen) {
        proposal.setValue(chosen);
    }

    /// Begins with what is known of that vote, whose subject stays.
    void show(VoteDetail known) {
        VoteSummary vote = known.summary();
        proposal.setVisible(false);
        title.setValue(vote.title());
        title.setReadOnly(true);
        ended.setValue(LocalDate.ofInstant(vote.closesAt(), ZoneOffset.UTC));
        vote.opensAt().ifPresent(at -> opened.setValue(LocalDate.ofInstant(at, ZoneOffset.UTC)));
        vote.result().ifPresent(result::setValue);
        timedOut.setValue(vote.timeOutAt().isPresent());
        vote.terms()
                .flatMap(terms -> policies.policy(terms.policy()).flatMap(policy -> policy.item(terms.item())))
                .ifPresent(item::setValue);
        vote.tally().ifPresent(tally -> {
            yes.setValue(tally.yes());
            no.setValue(tally.no());
            abstain.setValue(tally.abstain());
        });
        vote.terms()
                .filter(terms -> members.rosterOn(opened.getOptionalValue().orElse(ended.getValue()))
                        .active()
                        .isEmpty())
                .ifPresent(terms -> active.setValue(terms.active()));
        known.recordNote().ifPresent(source::setValue);
        text.setHelperText("Markdown, or a link to it; if it stays empty, the text that is known stays");
    }

    /// What was entered.
    ///
    /// @throws IllegalArgumentException for counts that cannot be
    PastVote read() {
        boolean counted = !yes.isEmpty() || !no.isEmpty() || !abstain.isEmpty();
        return new PastVote(
                proposal.getOptionalValue().map(ProposalSummary::number),
                title.getValue(),
                item.getOptionalValue().map(found -> new PastVote.Item(found.policy(), found.name())),
                opened.getOptionalValue(),
                ended.getOptionalValue(),
                result.getOptionalValue().orElse(Result.UNKNOWN),
                timedOut.getValue(),
                counted ? Optional.of(new Tally(value(yes), value(no), value(abstain))) : Optional.empty(),
                active.getOptionalValue(),
                source.getValue(),
                text.getValue());
    }

    /// The roster of the day counts where there is one, so that nobody need look it up.
    private void sayRoster() {
        Optional<LocalDate> day = opened.getOptionalValue().or(ended::getOptionalValue);
        Optional<Roster> roster =
                day.map(members::rosterOn).filter(known -> !known.active().isEmpty());
        active.setVisible(roster.isEmpty());
        active.setHelperText(
                day.isEmpty()
                        ? "Taken from the roster of that day, where it is known"
                        : "No roster of %s is known".formatted(day.get()));
        ended.setHelperText(roster.map(known -> "%d were active on %s by the roster"
                        .formatted(known.active().size(), known.day()))
                .orElse(""));
    }

    private String page(VotingItem found) {
        return policies.policy(found.policy()).map(Policy::title).orElse(found.policy());
    }

    private static DatePicker day(String label) {
        DatePicker day = new DatePicker(label);
        day.setLocale(Locale.UK);
        day.setI18n(new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        day.setClearButtonVisible(true);
        return day;
    }

    private static IntegerField count(String label) {
        IntegerField field = new IntegerField(label);
        field.setMin(0);
        field.setMax(MOST);
        return field;
    }

    private static int value(IntegerField field) {
        int value = field.getOptionalValue().orElse(0);
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException("Counts of votes are between 0 and %d.".formatted(MOST));
        }
        return value;
    }
}
