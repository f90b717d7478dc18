package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.condaforge.quorate.checkin.CheckInRefused;
import org.condaforge.quorate.checkin.OwnStanding;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;

/// For an active member whom no round asks: to become emeritus all the same.
final class EmeritusPanel extends Composite<Card> {

    private final OwnStanding own;
    private final Runnable done;
    private final DatePicker returns = new DatePicker("Ask me again on");
    private final Paragraph problem = new Paragraph();

    EmeritusPanel(OwnStanding own, Runnable done) {
        this.own = own;
        this.done = done;
        returns.setLocale(Locale.UK);
        returns.setI18n(new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        returns.setClearButtonVisible(true);
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Paragraph help = new Paragraph("You need not wait for a check-in. It takes effect at once; with a day of return"
                + " you are asked again on that day.");
        help.addClassNames("q-small", "q-dim");
        Div form = new Div(help, returns, problem, new Button("Become emeritus now", click -> become()));
        form.addClassName("q-cast");
        return new Card("Your standing", new Details("Taking a break?", form));
    }

    private void become() {
        problem.setText("");
        try {
            own.becomeEmeritus(returns.getOptionalValue());
            done.run();
        } catch (CheckInRefused | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
