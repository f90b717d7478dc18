package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.ui.shell.Address;

/// How parts of meetings are said.
final class MeetingWords {

    private MeetingWords() {}

    /// "11 members, 2 guests".
    static String attendance(int members, int guests) {
        if (members + guests == 0) {
            return "no attendees on record";
        }
        String came = counted(members, "member");
        return guests == 0 ? came : came + ", " + counted(guests, "guest");
    }

    static String counted(int count, String unit) {
        return count == 1 ? "1 " + unit : "%d %ss".formatted(count, unit);
    }

    /// Links to these proposals in a row.
    static Div proposals(List<ProposalNumber> numbers) {
        Div links = new Div();
        links.addClassNames("q-row", "q-small");
        numbers.forEach(number -> links.add(Address.link(Address.of(number), number.label())));
        return links;
    }

    /// The heading of a section of the agenda.
    static String section(String name) {
        return switch (name) {
            case "standing" -> "Standing items";
            case "previous" -> "From previous meetings";
            case "new" -> "New items";
            case "pushed" -> "Pushed to the next meeting";
            case "votes" -> "Votes";
            case "cfeps" -> "CFEPs";
            default -> name;
        };
    }
}
