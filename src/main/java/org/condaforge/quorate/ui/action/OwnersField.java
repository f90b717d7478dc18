package org.condaforge.quorate.ui.action;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;

/// Chooses members as owners of something: active ones first, then emeritus.
final class OwnersField extends MultiSelectComboBox<Roster.Entry> {

    OwnersField(MemberService members) {
        super("Owners");
        Roster roster = members.roster();
        List<Roster.Entry> all = new ArrayList<>(roster.active());
        all.addAll(roster.emeritus());
        setItems(all);
        setItemLabelGenerator(Roster.Entry::name);
    }

    /// Those who are chosen.
    List<MemberId> members() {
        return getSelectedItems().stream().map(Roster.Entry::id).toList();
    }

    /// Chooses these, as far as they stand on today's roster.
    void choose(List<MemberId> members) {
        setValue(getListDataView()
                .getItems()
                .filter(entry -> members.contains(entry.id()))
                .toList());
    }
}
