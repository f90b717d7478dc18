package org.condaforge.quorate.ui.insight;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.insight.Insights;
import org.condaforge.quorate.insight.Years;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.support.Trees;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.component.Drawing;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class InsightsViewTests extends ViewTest {

    @Autowired
    Insights insights;

    /// Three votes: all five took part, then three, then only Alder.
    private void holdVotes() {
        grove.proposal(7, "Where seeds are kept", "Proposed");
        for (List<String> voters : List.of(
                List.of("alder", "birch", "cedar", "dogwood", "elm"),
                List.of("alder", "birch", "cedar"),
                List.of("alder"))) {
            VoteId vote = voters.size() == 5
                    ? grove.vote("alder", new org.condaforge.quorate.proposal.ProposalNumber(7), 8)
                    : grove.vote("alder", "Question of " + voters.size(), 8);
            voters.forEach(voter -> grove.cast(voter, vote, Choice.YES, ""));
            grove.pass(Duration.ofDays(9));
        }
        grove.meeting(LocalDate.of(2025, 11, 12), "## Attendees\n- Alder\n- Birch\n\n## Agenda\n* [ ] seeds\n");
        grove.meeting(LocalDate.of(2026, 11, 11), "## Attendees\n- Alder\n- Guest\n\n## Agenda\n* [ ] seeds\n");
    }

    private static String drawing() {
        return _find(Drawing.class).stream()
                .filter(drawing -> drawing.getElement().hasAttribute("aria-label"))
                .findFirst()
                .orElseThrow()
                .alternative();
    }

    private void become(String login) {
        if (login.isEmpty()) {
            signOut();
        } else {
            signIn(login);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel", "yew", "birch"})
    void everybodySeesTheSameFigures(String reader) {
        holdVotes();
        become(reader);

        open("insights");
        assertThat(title()).isEqualTo("Participation · Insights · Quorate");
        assertThat(page()).contains("Members took part in 60% of the votes", "Sensitive votes are in none", "1 of 3");
        assertThat(drawing()).isEqualTo("Votes by member and year, 2025 to 2026: 2026 60% taken part in.");
        assertThat(links()).contains("members/birch");

        open("insights?show=turnout");
        assertThat(page()).contains("2 of 3 votes reached their quorum.", "Question of 3", "quorum missed");
        open("insights?show=decisions");
        assertThat(page()).contains("CFEP-07 took 269 days.", "Where seeds are kept");
        open("insights?show=quorum");
        assertThat(page()).contains("5 of 5 active members took part in a vote in the last year.", "may stop");
        open("insights?show=attendance");
        assertThat(page()).contains("In 2026, 1.0 members of core came to a meeting on average.");
        assertThat(drawing()).contains("2025: 2.0 at each of 1 meetings", "2026: 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation", "turnout", "decisions", "attendance"})
    void saysWhatWillAppearWhereThereIsNothing(String show) {
        open("insights?show=" + show);

        assertThat(page()).contains("Nothing is on record yet.", "year by year");
        assertThat(_find(Select.class)).isEmpty();
    }

    @Test
    void saysWhatWillAppearOfAYearWithoutAny() {
        grove.meeting(LocalDate.of(2025, 11, 12), "## Attendees\n- Alder\n\n## Agenda\n* [ ] seeds\n");
        for (String show : List.of("participation", "turnout", "decisions")) {
            open("insights?show=" + show);
            assertThat(page()).contains("in these years. Once one");
        }
        grove.plant();
        grove.vote("alder", "Question", 8);
        open("insights?show=quorum");
        assertThat(page()).contains("No standard vote with ballots ended in the last year");
    }

    @Test
    void keepsItsStateInTheAddress() {
        holdVotes();
        open("insights?show=attendance&from=2025&to=2025");

        assertThat(_find(Select.class)).extracting(Select::getValue).containsExactly(2025, 2025);
        assertThat(links()).contains("insights?show=turnout&from=2025&to=2025");
        assertThat(page()).contains("In 2025, 2.0 members");
        @SuppressWarnings("unchecked")
        Select<Integer> to = _get(Select.class, spec -> spec.withLabel("To"));
        enter(to, 2026);
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("insights?show=attendance&from=2025&to=2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insights?show=moon",
                "insights?from=2026&to=2025",
                "insights?from=-1&to=99999",
                "insights?from=0001&to=9999&page=77",
                "insights?show=turnout&page=999999",
                "insights?show=attendance&from=x"
            })
    void readsAnyAddress(String address) {
        holdVotes();
        open(address);

        assertThat(title()).endsWith("Insights · Quorate");
        assertThat(page()).contains("2026");
    }

    @Test
    void pagesTheMapOfTwoHundredMembers() {
        holdVotes();
        for (int i = 0; i < 200; i++) {
            grove.member(Trees.name(48 + i), Grove.active(LocalDate.of(2020, 1, 1), null));
        }

        open("insights");
        assertThat(page()).contains("Page 1 of 5 · 205 in all").doesNotContain("Zelkova 2");
        assertThat(links()).contains("insights?from=2025&to=2026&page=2");
        open("insights?page=5");
        assertThat(page()).contains("Page 5 of 5");
        open("insights?show=quorum");
        assertThat(page()).contains("5 of 205 active members", "out of reach", "With these alone, no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation", "turnout", "decisions", "quorum", "attendance"})
    void sendsAsManyStatementsForManyMembersAsForFew(String show) {
        holdVotes();
        open("login");
        List<String> few = SqlCount.of(() -> open("insights?show=" + show));
        for (int i = 0; i < 200; i++) {
            grove.member(Trees.name(48 + i), Grove.active(LocalDate.of(2020, 1, 1), null));
        }
        open("login");
        List<String> many = SqlCount.of(() -> open("insights?show=" + show));

        assertThat(few).isNotEmpty();
        assertThat(many).containsExactlyElementsOf(few);
    }

    @Test
    void writesTheFiguresAsText() {
        holdVotes();
        Years years = new Years(2025, 2026);

        assertThat(lines(InsightCsv.of(insights.participation(years), "votes")))
                .startsWith("login,name,year,votes taken part in,votes while active", "alder,Alder,2026,3,3")
                .contains("elm,Elm,2026,1,3")
                .hasSize(6);
        assertThat(lines(InsightCsv.of(insights.turnout(years))))
                .hasSize(4)
                .element(1)
                .asString()
                .contains("Accept CFEP-07,CFEP approval,2026-11-26,passed,5,5,3");
        assertThat(lines(InsightCsv.of(insights.decisions(years))))
                .element(1)
                .asString()
                .startsWith("CFEP-07,Where seeds are kept,2026-03-02,2026-11-26,269,");
        assertThat(lines(InsightCsv.of(insights.attendance(years)))).contains("2025,1,2,0,2.0", "2026,1,1,1,1.0");
        assertThat(lines(InsightCsv.of(insights.attendance(years).members(), "meetings")))
                .contains("birch,Birch,2025,1,1", "birch,Birch,2026,0,1");
        assertThat(lines(InsightCsv.of(insights.health()))).contains("conda-forge,cfep-approval,5,5,3,,2");
    }

    private static List<String> lines(byte[] csv) {
        return new String(csv, java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void tellsNobodyOfSensitiveVotes() {
        holdVotes();
        List<String> before = pages();
        VoteId vote = grove.as(
                "alder",
                () -> context.getBean(org.condaforge.quorate.vote.VoteCalls.class)
                        .call(new org.condaforge.quorate.vote.Call(
                                        "conda-forge",
                                        "core-nomination",
                                        java.util.Optional.empty(),
                                        "Quokka joins",
                                        "Why not.",
                                        clock.instant().plus(Duration.ofDays(8)),
                                        "Ready.")
                                .about("quokka")));
        for (String login : List.of("alder", "birch", "cedar", "dogwood", "elm")) {
            grove.as(
                    login,
                    () -> context.getBean(org.condaforge.quorate.vote.SecretBallots.class)
                            .cast(vote, Choice.YES));
        }
        grove.pass(Duration.ofDays(9));

        for (String reader : List.of("", "alder")) {
            become(reader);
            assertThat(pages()).isEqualTo(before);
        }
    }

    private static List<String> pages() {
        return List.of("participation", "turnout", "decisions", "attendance", "quorum").stream()
                .map(show -> {
                    open("insights?show=" + show);
                    // Only the day a year ago moves on.
                    return page().replaceAll("votes since \\S+ \\S+ \\d+", "");
                })
                .toList();
    }
}
