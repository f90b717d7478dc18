package org.condaforge.quorate.ui.desk;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.condaforge.quorate.checkin.Asked;
import org.condaforge.quorate.checkin.CheckInRules;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.checkin.OwnStanding;
import org.condaforge.quorate.checkin.RoundDetail;
import org.condaforge.quorate.checkin.RoundReader;
import org.condaforge.quorate.ui.checkin.AnswerPanel;
import org.condaforge.quorate.ui.checkin.ComeBackPanel;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// The check-in of the person at the desk: the question as long as they have not answered it, or whether they come back
/// on the day they named. Nothing where nothing waits.
final class MyCheckIn extends Composite<Div> {

    private final RoundReader rounds;
    private final CheckIns checkIns;
    private final OwnStanding own;
    private final CheckInRules rules;
    private final Reader reader;

    MyCheckIn(RoundReader rounds, CheckIns checkIns, OwnStanding own, CheckInRules rules, Reader reader) {
        this.rounds = rounds;
        this.checkIns = checkIns;
        this.own = own;
        this.rules = rules;
        this.reader = reader;
    }

    void show() {
        getContent().removeAll();
        rounds.forMe().filter(this::unanswered).ifPresent(detail -> getContent().add(question(detail)));
        new ComeBackPanel(own, reader, this::show).due().ifPresent(getContent()::add);
        setVisible(getContent().getComponentCount() > 0);
    }

    private boolean unanswered(RoundDetail detail) {
        return reader.member().flatMap(detail::of).flatMap(Asked::answer).isEmpty();
    }

    private AnswerPanel question(RoundDetail detail) {
        AnswerPanel panel = new AnswerPanel(checkIns, rules, detail, reader, this::show);
        panel.getContent().note(Address.link("check-in", "Who answered, and what the end does"));
        return panel;
    }
}
