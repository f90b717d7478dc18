package org.condaforge.quorate.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.support.Trees;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many statements a page sends does not depend on how much there is to show.
class StatementsTests extends ViewTest {

    private static final int FEW = 10;
    private static final int MANY = 200;

    @ParameterizedTest
    @CsvSource({"'', ''", "'', birch", "'', yew", "votes, ''", "votes, birch", "votes?q=question&year=2026, birch"})
    void listsSendAsManyForManyVotesAsForFew(String address, String reader) {
        List<String> few = listing(FEW, address, reader);
        List<String> many = listing(MANY, address, reader);

        assertThat(few).isNotEmpty();
        assertThat(many).containsExactlyElementsOf(few);
    }

    @Test
    void aVoteSendsAsManyForManyMembersAsForFew() {
        List<String> few = voting(FEW);
        List<String> many = voting(MANY);

        assertThat(few).isNotEmpty();
        assertThat(many).containsExactlyElementsOf(few);
    }

    /// So many votes that have ended, and as many open ones with a ballot each.
    private List<String> listing(int votes, String address, String reader) {
        grove.plant();
        for (int i = 0; i < votes; i++) {
            grove.vote("alder", "Past question " + i, 4);
        }
        grove.pass(Duration.ofDays(5));
        for (int i = 0; i < votes; i++) {
            grove.cast("alder", grove.vote("alder", "Question " + i, 7), Choice.YES, "");
        }
        return statements(address, reader);
    }

    /// So many members who have voted, and as many who have not.
    private List<String> voting(int members) {
        grove.plant();
        for (int i = 0; i < 2 * members; i++) {
            grove.member(Trees.name(48 + i), Grove.active(LocalDate.of(2020, 1, 1), null));
        }
        VoteId vote = grove.vote("alder", grove.proposal(7, "Where seeds are kept", "Proposed"), 7);
        for (int i = 0; i < members; i++) {
            grove.cast(Trees.login(48 + i), vote, Choice.YES, "As above.");
        }
        return statements("votes/" + vote.number(), "birch");
    }

    private List<String> statements(String address, String reader) {
        if (reader.isEmpty()) {
            signOut();
        } else {
            signIn(reader);
        }
        open("login");
        // A list of parameters is one statement, however long it is.
        return SqlCount.of(() -> open(address)).stream()
                .map(sql -> sql.replaceAll("(\\?, )+\\?", "?"))
                .toList();
    }
}
