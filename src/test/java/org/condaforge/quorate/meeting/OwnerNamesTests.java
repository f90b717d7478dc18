package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerNamesTests {

    private final OwnerNames names = new OwnerNames(
            List.of(
                    new Person(new MemberId(1), "white-elm", "White Elm"),
                    new Person(new MemberId(2), "oak77", "Mossy O. Oak"),
                    new Person(new MemberId(3), "oldoak", "Mossy Olive"),
                    new Person(new MemberId(4), "fir", "fir"),
                    new Person(new MemberId(5), "rowan9", "rowan9")),
            List.of(Map.entry("Rówan von Ash", new MemberId(5))));

    @ParameterizedTest
    @CsvSource({
        "white-elm, 1",
        "@White-Elm, 1",
        "White Elm, 1",
        "white, 1",
        "White?, 1",
        "White E., 1",
        "WE, 1",
        "MOO, 2",
        "Mossy Oak, 2",
        "FI, 4",
        "Rowan, 5",
        "RA, 5",
        "RVA, 5",
        "rowan von ash, 5",
    })
    void findsTheOneWhoIsCalledSo(String owner, long member) {
        assertThat(names.find(owner)).contains(new MemberId(member));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mossy", "MO", "???", "", "Needs Owner", "E", "Elm"})
    void findsNobodyWhereSeveralOrNoneAre(String owner) {
        assertThat(names.find(owner)).isEmpty();
    }
}
