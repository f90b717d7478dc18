package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.checkin.Answer;
import org.condaforge.quorate.checkin.Answer.Choice;
import org.condaforge.quorate.checkin.Asked;
import org.condaforge.quorate.checkin.CheckInRefused;
import org.condaforge.quorate.checkin.CheckInRules;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.checkin.RoundDetail;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Reader;

/// The question of a round to the reader, with its two answers: one click each.
public final class AnswerPanel extends Composite<Card> {

    private final CheckIns checkIns;
    private final CheckInRules rules;
    private final RoundDetail detail;
    private final Reader reader;
    private final Runnable done;
    private final DatePicker returns = new DatePicker("Ask me again on");
    private final Paragraph problem = new Paragraph();

    /// @param done is run after the reader has answered
    public AnswerPanel(CheckIns checkIns, CheckInRules rules, RoundDetail detail, Reader reader, Runnable done) {
        this.checkIns = checkIns;
        this.rules = rules;
        this.detail = detail;
        this.reader = reader;
        this.done = done;
        returns.setLocale(Locale.UK);
        returns.setI18n(new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        returns.setClearButtonVisible(true);
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    /// Whether the round asks the reader and takes their answer.
    static boolean concerns(RoundDetail detail, Reader reader) {
        return detail.round().takesAnswersAt(reader.now())
                && reader.member().flatMap(detail::of).filter(Asked::stillAsked).isPresent();
    }

    @Override
    protected Card initContent() {
        Optional<Answer> answer = reader.member().flatMap(detail::of).flatMap(Asked::answer);
        answer.flatMap(Answer::returnsOn).ifPresent(returns::setValue);
        Div answers = new Div(
                button(Choice.ACTIVE, "Active", "You count to the quorum and keep your access.", answer),
                button(Choice.EMERITUS, "Emeritus", emeritus(), answer));
        answers.addClassName("q-answers");
        Paragraph taking = new Paragraph("Taking a break? Emeritus with a return date asks you again on that day.");
        taking.addClassNames("q-small", "q-dim");
        Card card = new Card("Are you staying active in core?", answers, taking, returns, problem).acting();
        answer.ifPresent(said -> card.note("You answered %s; you may change it until the end."
                .formatted(said.choice() == Choice.ACTIVE ? "active" : "emeritus")));
        return card;
    }

    private String emeritus() {
        boolean votes = rules.policy().map(Policy::emeritusMayVote).orElse(false);
        String keeps = votes ? "You may still vote" : "You have no vote any more";
        String back = rules.returnsAtWill() ? "return at any time" : "a secretary can bring you back";
        return "%s%s; your access is withdrawn."
                .formatted(keeps, votes && rules.returnsAtWill() ? " and " + back : ", " + back);
    }

    private NativeButton button(Choice choice, String word, String effect, Optional<Answer> answer) {
        Span name = new Span(word);
        name.addClassName("q-strong");
        Span says = new Span(effect);
        says.addClassNames("q-small", "q-dim");
        NativeButton button = new NativeButton();
        button.add(name, says);
        button.addClassName("q-answer");
        boolean chosen = answer.filter(said -> said.choice() == choice).isPresent();
        button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        button.addClickListener(click -> answer(choice));
        return button;
    }

    private void answer(Choice choice) {
        problem.setText("");
        try {
            checkIns.answer(
                    detail.round().id(),
                    choice,
                    choice == Choice.EMERITUS ? returns.getOptionalValue() : Optional.empty());
            done.run();
        } catch (CheckInRefused | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
