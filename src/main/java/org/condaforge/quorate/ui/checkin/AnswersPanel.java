package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.checkin.Answer;
import org.condaforge.quorate.checkin.Asked;
import org.condaforge.quorate.checkin.RoundDetail;
import org.condaforge.quorate.member.Activity;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Who answered what, and what was seen of them last.
final class AnswersPanel extends Composite<Card> {

    private final RoundDetail detail;
    private final Map<MemberId, Activity> lastSeen;
    private final Reader reader;

    AnswersPanel(RoundDetail detail, Map<MemberId, Activity> lastSeen, Reader reader) {
        this.detail = detail;
        this.lastSeen = lastSeen;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        NativeTable table = new NativeTable();
        table.addClassName("q-table");
        table.getHead().add(Tables.header("Member", "Answer", "On", "Last seen"));
        detail.asked().forEach(asked -> table.getBody().add(row(asked)));
        return new Card("Answers", Tables.scrolling(table, "Answers"));
    }

    private NativeTableRow row(Asked asked) {
        Optional<Activity> seen = Optional.ofNullable(lastSeen.get(asked.member()));
        return new NativeTableRow(
                new NativeTableCell(Address.link(Address.member(asked.login()), asked.name())),
                new NativeTableCell(answer(asked)),
                dim(asked.answer()
                        .<Component>map(answer -> reader.day(answer.at()))
                        .orElseGet(Span::new)),
                dim(seen.<Component>map(activity ->
                                new Span(new Span(activity.what() + " "), When.on(activity.on(), reader.today())))
                        .orElseGet(() -> new Span("nothing known"))));
    }

    private static NativeTableCell dim(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("q-dim");
        return cell;
    }

    private static Div answer(Asked asked) {
        Div cell = new Div();
        Span said = new Span(words(asked));
        if (asked.answer().isEmpty()) {
            said.addClassName("q-dim");
        } else if (asked.answer().get().choice() == Answer.Choice.ACTIVE) {
            said.addClassNames("q-verdict", "q-good");
        }
        cell.add(said);
        outcome(asked).ifPresent(became -> {
            Span sub = new Span(became);
            sub.addClassName("q-item-sub");
            cell.add(sub);
        });
        return cell;
    }

    private static String words(Asked asked) {
        return asked.answer()
                .map(answer -> answer.choice() == Answer.Choice.ACTIVE
                        ? "active"
                        : "emeritus"
                                + answer.returnsOn()
                                        .map(day -> ", to be asked again on "
                                                + When.on(day).getElement().getText())
                                        .orElse(""))
                .orElse("no answer");
    }

    /// What became of them, where that is not what the answer says.
    private static Optional<String> outcome(Asked asked) {
        if (asked.change().isPresent()) {
            Asked.Change change = asked.change().get();
            String on = When.on(change.on()).getElement().getText();
            return Optional.of(change.undone()
                    .map(undone -> "became emeritus on %s, taken back: %s".formatted(on, undone.why()))
                    .orElse("became emeritus on %s, by %s"
                            .formatted(on, change.how() == Asked.How.CHOICE ? "choice" : "silence")));
        }
        if (asked.stillAsked()) {
            return Optional.empty();
        }
        return Optional.of(asked.standing()
                .map(standing -> standing == Standing.ACTIVE ? "has come back since" : "has become emeritus since")
                .orElse("has left since"));
    }
}
