package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTests {

    private static final List<Person> PEOPLE = List.of(
            new Person(new MemberId(1), "alder-tree", "Alder Q. Ash"),
            new Person(new MemberId(2), "Birch", "Birch Bäume"),
            new Person(new MemberId(3), "bob", "Beech Oak"),
            new Person(new MemberId(4), "elm", "Beech Elm"),
            new Person(new MemberId(5), "fir", "Fir \"Needle\" Ash"),
            new Person(new MemberId(6), "cedar", "Cedar Bough"),
            new Person(new MemberId(7), "cherry", "Cherry Blossom"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @Alder-Tree    | alder-tree
                    alder-tree     | alder-tree
                    Alder Ash      | alder-tree
                    AQA            | alder-tree
                    AA             | alder-tree
                    Alder          | alder-tree
                    Alder?         | alder-tree
                    alder a.       | alder-tree
                    BIRCH BAUME    | Birch
                    BB             | Birch
                    @Birch         | Birch
                    Beech          |
                    Beech O.       | bob
                    BO             | bob
                    XY             | elm
                    CB             | cherry
                    Needle         | fir
                    FNA            |
                    ???            |
                    everyone       |
                    ''             |
                    """)
    void findsWhomAShortNameMeans(String written, @Nullable String login) {
        var index = new NameIndex(PEOPLE)
                .learning(List.of(
                        new NameIndex.Initials("XY", new MemberId(4)),
                        new NameIndex.Initials("CB.", new MemberId(7)),
                        new NameIndex.Initials("ZZ", new MemberId(1)),
                        new NameIndex.Initials("ZZ", new MemberId(2))));

        assertThat(index.named(written).map(Person::login).orElse(null)).isEqualTo(login);
        assertThat(index.named("ZZ")).as("initials of two").isEmpty();
    }

    @Test
    void derivesNoInitialsThatTwoHave() {
        assertThat(new NameIndex(PEOPLE).named("CB")).isEmpty();
    }

    @Test
    void matchesAttendeesByLoginThenNameThenInitials() {
        var index = new NameIndex(PEOPLE);

        assertThat(index.attendee("elm", "Alder Ash", "AA").map(Person::login)).contains("elm");
        assertThat(index.attendee("nobody", "Alder Ash", "BB").map(Person::login))
                .contains("alder-tree");
        assertThat(index.attendee(null, "B.", "BB").map(Person::login)).contains("Birch");
        assertThat(index.attendee(null, "Willow Weeping", "BB"))
                .as("somebody else with the initials of a member")
                .isEmpty();
        assertThat(index.attendee(null, "Alder", null)).as("a first name alone").isEmpty();
    }
}
