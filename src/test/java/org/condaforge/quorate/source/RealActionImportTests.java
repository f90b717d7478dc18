package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.ActionReader.Figures;
import org.condaforge.quorate.meeting.ActionReader.Filter;
import org.condaforge.quorate.meeting.ActionReader.Order;
import org.condaforge.quorate.meeting.ActionState;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The action items of all real minutes, imported as they lie there; skipped where they are not on the machine.
@OnH2
class RealActionImportTests {

    @Autowired
    ImportService imports;

    @Autowired
    ActionReader actions;

    @Autowired
    Community community;

    @Test
    void importsTwoYearsOfCopiedListsAsTheItemsTheyAre() {
        community.clear();
        var paths = List.of(
                RealData.path("minutes"), RealData.path("members/core.csv"), RealData.path("members/emeritus.csv"));
        imports.importAll(paths);

        Figures figures = actions.figures();
        assertThat(figures.all()).isBetween(100, 130);
        assertThat(figures.open()).isBetween(38, 44);
        assertThat(figures.oldest()).contains(LocalDate.of(2019, 10, 16));
        assertThat(figures.carried()).isBetween(30, 44);
        List<Action> open = actions
                .list(Filter.in(ActionState.OPEN), Order.AGE, new Page.Request(0, Page.Request.GREATEST))
                .items()
                .stream()
                .map(ActionReader.Row::action)
                .toList();
        assertThat(open).allSatisfy(action -> assertThat(action.lastSeen()).contains(LocalDate.of(2022, 11, 2)));
        assertThat(open.stream().mapToInt(action -> action.meetings().size()).max())
                .hasValue(48);
        assertThat(open.stream()
                        .flatMap(action -> action.owners().stream())
                        .filter(owner -> owner.member().isPresent())
                        .map(Action.Owner::key)
                        .distinct())
                .contains("ericdill", "jakirkham");

        var before = community.everything();
        imports.importAll(paths);
        assertThat(community.everything()).isEqualTo(before);
    }
}
