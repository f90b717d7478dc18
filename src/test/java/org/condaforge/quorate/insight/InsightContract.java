package org.condaforge.quorate.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.insight.MemberYears.Cell;
import org.condaforge.quorate.insight.QuorumHealth.ItemHealth;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.Trees;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.Turnouts;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/// The figures of a community of ten active members and an emeritus one, Yew.
abstract class InsightContract {

    private static final Instant START = MutableClock.START;
    private static final Years NOW = new Years(2026, 2026);

    @Autowired
    Insights insights;

    @Autowired
    Turnouts turnouts;

    @Autowired
    VoteCalls calls;

    @Autowired
    Casting casting;

    @Autowired
    SecretBallots secrets;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    MemberService members;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @Autowired
    BeanFactory beans;

    @BeforeEach
    void layTheCommunity() {
        community.clear();
        community.active(10);
        community.emeritus("yew");
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private VoteId called(String item, Optional<ProposalNumber> proposal, String title) {
        SignIn.as("alder");
        Call call = new Call(
                "conda-forge",
                item,
                proposal,
                title,
                proposal.isPresent() ? "" : "Green.",
                clock.instant().plus(Duration.ofDays(8)),
                "Ready.");
        return calls.call(item.equals("core-nomination") ? call.about("somebody") : call);
    }

    private void cast(VoteId vote, int yes) {
        for (int i = 0; i < yes; i++) {
            SignIn.as(Trees.login(i));
            casting.cast(vote, Choice.YES, "");
        }
        SignIn.out();
    }

    private void end() {
        clock.advance(Duration.ofDays(9));
        ReflectionTestUtils.invokeMethod(beans.getBean("voteCloser"), "closeDue");
    }

    VoteId held(String title, int yes) {
        VoteId vote = called("other", Optional.empty(), title);
        cast(vote, yes);
        end();
        return vote;
    }

    private Cell cell(MemberYears figures, String login) {
        return figures.rows().stream()
                .filter(row -> row.person().login().equals(login))
                .findFirst()
                .orElseThrow()
                .cells()
                .getFirst();
    }

    @Test
    void knowsNoYearsOfNothing() {
        assertThat(insights.years()).isEmpty();
        assertThat(insights.participation(NOW).rows()).isEmpty();
        assertThat(insights.turnout(NOW)).isEmpty();
        assertThat(insights.decisions(NOW).decided()).isEmpty();
        assertThat(insights.attendance(NOW).years()).isEmpty();
        assertThat(insights.health().votes()).isZero();
    }

    @Test
    void countsWhatEachTookPartIn() {
        held("Paint it", 6);
        held("Plant it", 8);
        members.add(
                "oak",
                "Oak",
                List.of(new StandingPeriod(
                        Standing.ACTIVE,
                        LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                        true,
                        null,
                        "test")));
        VoteId vote = called("other", Optional.empty(), "Water it");
        cast(vote, 5);
        SignIn.as("yew");
        casting.cast(vote, Choice.ABSTAIN, "");
        SignIn.as("oak");
        casting.cast(vote, Choice.YES, "");
        end();

        MemberYears figures = insights.participation(NOW);
        assertThat(cell(figures, "alder")).isEqualTo(new Cell(3, 3));
        assertThat(cell(figures, Trees.login(5))).isEqualTo(new Cell(2, 3));
        assertThat(cell(figures, Trees.login(9))).isEqualTo(new Cell(0, 3));
        assertThat(cell(figures, "oak")).isEqualTo(new Cell(1, 1));
        assertThat(cell(figures, "yew")).isEqualTo(new Cell(1, 1));
        assertThat(insights.years()).contains(NOW);
    }

    @Test
    void setsTurnoutBesideTheQuorum() {
        VoteId vote = held("Paint it", 6);

        assertThat(insights.turnout(NOW)).singleElement().satisfies(ended -> {
            assertThat(ended.id()).isEqualTo(vote);
            assertThat(ended.cast()).contains(6);
            assertThat(ended.quorum()).contains(5);
            assertThat(ended.active()).contains(10);
        });
        assertThat(insights.turnout(new Years(2025, 2025))).isEmpty();
        assertThat(turnouts.ballotsByYear(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .isEmpty();
        assertThat(insights.turnout(new Years(2027, 2030))).isEmpty();
    }

    private ProposalNumber proposal(int number, String status) throws Exception {
        String name = "cfep-%02d.md".formatted(number);
        String text = """
                <table>
                <tr><td> Title </td><td> Where seeds are kept </td></tr>
                <tr><td> Status </td><td> %s </td></tr>
                <tr><td> Author(s) </td><td> Birch </td></tr>
                <tr><td> Created </td><td> Jan 31, 2026</td></tr>
                <tr><td> Updated </td><td> Feb 20, 2026</td></tr>
                </table>

                Dry.
                """.formatted(status);
        proposals.take(CfepFile.parse(text, name), name, text);
        return new ProposalNumber(number);
    }

    @Test
    void measuresFromTheDayOfTheFileToTheVoteThatDecided() throws Exception {
        ProposalNumber seven = proposal(7, "Proposed");
        proposal(8, "Proposed");
        VoteId vote = called("cfep-approval", Optional.of(seven), "Accept it");
        cast(vote, 10);
        end();

        Decisions decisions = insights.decisions(NOW);
        assertThat(decisions.decided()).singleElement().satisfies(decided -> {
            assertThat(decided.number()).isEqualTo(seven);
            assertThat(decided.begun()).isEqualTo(LocalDate.of(2026, 1, 31));
            assertThat(decided.on()).isEqualTo(LocalDate.of(2026, 3, 10));
            assertThat(decided.days()).isEqualTo(38);
            assertThat(decided.vote()).contains(vote);
        });
        assertThat(decisions.median()).hasValue(38);
        assertThat(decisions.median(2026)).hasValue(38);
        assertThat(decisions.median(2025)).isEmpty();
    }

    @Test
    void takesTheStatusWhereNoVoteIsOnRecord() throws Exception {
        ProposalNumber seven = proposal(7, "Proposed");
        clock.advance(Duration.ofDays(5));
        SignIn.as("alder");
        proposals.setStatus(seven, org.condaforge.quorate.proposal.Status.REJECTED, "Said so.");

        assertThat(insights.decisions(NOW).decided()).singleElement().satisfies(decided -> {
            assertThat(decided.on()).isEqualTo(LocalDate.of(2026, 3, 7));
            assertThat(decided.vote()).isEmpty();
        });
    }

    @Test
    void saysHowManyMayStopVoting() {
        held("Paint it", 6);
        held("Plant it", 8);

        QuorumHealth health = insights.health();
        assertThat(health.votes()).isEqualTo(2);
        assertThat(health.active()).isEqualTo(10);
        assertThat(health.voting()).isEqualTo(8);
        assertThat(health.emeritusVoting()).isZero();
        assertThat(health.items()).extracting(one -> one.reach().spare()).isSorted();
        ItemHealth approval = health.items().stream()
                .filter(one -> one.policy().name().equals("conda-forge")
                        && one.item().name().equals("cfep-approval"))
                .findFirst()
                .orElseThrow();
        assertThat(approval.reach().need()).isEqualTo(6);
        assertThat(approval.reach().spare()).isEqualTo(2);
    }

    @Test
    void forgetsVotesOfMoreThanAYearAgo() {
        held("Paint it", 6);
        clock.advance(Duration.ofDays(400));

        assertThat(insights.health().votes()).isZero();
        assertThat(insights.health().voting()).isZero();
    }

    @Test
    void countsWhoCameToTheMeetings() throws Exception {
        for (String day : List.of("2025-12-03", "2026-01-14", "2026-01-28")) {
            String text = "# %s core meeting\n\n## Attendees\n* Alder\n* A Guest\n%s\n## Agenda\n* [ ] trees\n"
                    .formatted(day, day.endsWith("28") ? "* Ash\n" : "");
            meetings.take(MinutesParser.parse(text, day + ".md"), day + ".md", text);
        }

        MeetingYears figures = insights.attendance(new Years(2025, 2026));
        assertThat(figures.years())
                .containsExactly(new MeetingYears.Year(2025, 1, 1, 1), new MeetingYears.Year(2026, 2, 3, 2));
        assertThat(figures.years().getLast().averageTenths()).isEqualTo(15);
        assertThat(cell(insights.attendance(NOW).members(), "alder")).isEqualTo(new Cell(2, 2));
        assertThat(cell(insights.attendance(NOW).members(), "ash")).isEqualTo(new Cell(1, 2));
        assertThat(cell(insights.attendance(NOW).members(), "beech")).isEqualTo(new Cell(0, 2));
        assertThat(insights.years()).contains(new Years(2025, 2026));
    }

    private Map<String, Object> figures() {
        return Map.of(
                "years", insights.years(),
                "participation", insights.participation(NOW),
                "turnout", insights.turnout(NOW),
                "decisions", insights.decisions(NOW),
                "attendance", insights.attendance(NOW),
                "voting", insights.health().voting(),
                "votes", insights.health().votes(),
                "spare",
                        insights.health().items().stream()
                                .map(one -> one.reach().spare())
                                .toList());
    }

    /// Whoever voted in sensitive votes only is nobody who votes, and the votes are none that ended.
    @Test
    void sensitiveVotesEnterNoFigure() {
        held("Paint it", 6);
        Map<String, Object> before = figures();

        VoteId vote = called("core-nomination", Optional.empty(), "Somebody joins");
        for (int i = 0; i < 10; i++) {
            SignIn.as(Trees.login(i));
            secrets.cast(vote, Choice.YES);
        }
        SignIn.out();
        assertThat(figures()).isEqualTo(before);
        end();

        for (String reader : List.of("", "alder", "yew")) {
            if (reader.isEmpty()) {
                SignIn.out();
            } else {
                SignIn.as(reader);
            }
            assertThat(figures()).as(reader).isEqualTo(before);
        }
        assertThat(community.count("vote", "classification = 'SENSITIVE' AND state = 'CLOSED'"))
                .isOne();
        assertThat(community.count("vote_voter", "1 = 1")).isEqualTo(10);
    }

    /// A sensitive vote whose ballots lie in the open, as records of other places may tell of one, is left out too.
    @Test
    void openBallotsOfASensitiveVoteEnterNoFigure() {
        held("Paint it", 6);
        VoteId vote = held("Plant it", 9);
        Map<String, Object> both = figures();
        beans.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", vote.number())
                .update();

        assertThat(figures()).isNotEqualTo(both);
        assertThat(cell(insights.participation(NOW), "alder")).isEqualTo(new Cell(1, 1));
        assertThat(insights.turnout(NOW)).hasSize(1);
        assertThat(insights.health().voting()).isEqualTo(6);
        assertThat(turnouts.ballotsByYear(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .hasSize(6);
    }
}
