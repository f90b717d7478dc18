package org.condaforge.quorate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.condaforge.quorate.certificate.Certificate;
import org.condaforge.quorate.certificate.Certificate.Ballots;
import org.condaforge.quorate.certificate.CertificateCheck;
import org.condaforge.quorate.certificate.CertificateFile;
import org.condaforge.quorate.certificate.CertificateReport;
import org.condaforge.quorate.certificate.UnreadableCertificate;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.VoteArchive;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteRecordFile;
import org.condaforge.quorate.vote.VoteRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class CertificateContract {

    private static final Instant NOW = MutableClock.START;

    @Autowired
    Certificates certificates;

    @Autowired
    VoteArchive archive;

    @Autowired
    VoteCalls calls;

    @Autowired
    VoteRecords records;

    @Autowired
    JournalSealer sealer;

    @Autowired
    JournalChain chain;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Community community;

    private List<MemberId> people = List.of();

    @BeforeEach
    void people() {
        community.clear();
        people = community.active(10);
        community.emeritus("willow");
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private static Policy policy(String name) {
        return Policies.shipped().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// A vote that opened 40 days ago, for a week, with these ballots.
    private VoteId held(String policy, String item, Choice... choices) {
        Instant opened = NOW.minus(Duration.ofDays(40));
        return archive.lay(new VoteArchive.Entry(
                policy(policy),
                new Call(
                        policy,
                        item,
                        Optional.empty(),
                        "Water the trees \"daily\"?",
                        "Every\nday.",
                        opened.plus(Duration.ofDays(7)),
                        "They are dry."),
                people.getFirst(),
                opened,
                IntStream.range(0, choices.length)
                        .mapToObj(i -> new VoteArchive.Cast(
                                people.get(i), choices[i], choices[i] + "!", opened.plus(Duration.ofDays(1))))
                        .toList()));
    }

    private CertificateReport checked(VoteId vote) {
        try {
            return CertificateCheck.of(CertificateFile.read(certificates.of(vote)));
        } catch (UnreadableCertificate e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatEndsHereIsCertifiedAndCountsAgain() {
        VoteId passed = held("conda-forge", "other", Choice.YES, Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.YES);
        VoteId rejected = held("conda-forge", "other", Choice.NO, Choice.YES, Choice.NO, Choice.NO, Choice.NO);
        VoteId lapsed = held("conda-forge", "other", Choice.YES);
        VoteId consensus = held("plus-three", "consensus", Choice.YES, Choice.YES, Choice.YES);
        VoteId inquorate = held("plus-three", "consensus", Choice.YES);
        VoteId conda = held("conda", "other", Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES);
        sealer.sealPending();

        for (VoteId vote : List.of(passed, rejected, lapsed, consensus, inquorate, conda)) {
            CertificateReport report = checked(vote);
            assertThat(report.differences()).isEmpty();
            assertThat(report.certificate().electorate().roster().orElseThrow()).hasSize(11);
            Certificate.Link link = report.certificate().journal().orElseThrow();
            assertThat(chain.holds(link.position(), link.hash())).isTrue();
            assertThat(certificates.of(vote)).isEqualTo(certificates.of(vote));
        }
        assertThat(checked(passed).result())
                .isEqualTo("passed by the standard route: 3 yes, 1 no, 1 abstaining; 10 active, quorum 5");
        assertThat(checked(lapsed).certificate().result().lapsed()).isTrue();
        assertThat(checked(consensus).result()).startsWith("passed by consensus: 3 yes");
        assertThat(checked(passed).certificate().ballots())
                .isInstanceOfSatisfying(
                        Ballots.Named.class,
                        named -> assertThat(named.ballots())
                                .extracting(Certificate.Ballot::comment)
                                .contains("NO!"));
    }

    @Test
    void namesItsPlaceInTheJournalOnceItIsChained() {
        VoteId vote = held("plus-three", "consensus", Choice.YES, Choice.YES, Choice.YES);
        assertThat(checked(vote).certificate().journal()).isEmpty();
        assertThat(checked(vote).holds()).isTrue();

        sealer.sealPending();

        long closing = jdbc.sql("SELECT MAX(id) FROM journal WHERE what LIKE 'closed%'")
                .query(Long.class)
                .single();
        long position = jdbc.sql("SELECT position FROM journal_chain WHERE entry = :entry")
                .param("entry", closing)
                .query(Long.class)
                .single();
        assertThat(checked(vote).certificate().journal()).get().returns(position, Certificate.Link::position);
        assertThat(certificates.placeOf(vote)).isPresent();
    }

    @Test
    void aChangedRowShows() {
        VoteId vote = held("conda-forge", "other", Choice.YES, Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.YES);
        jdbc.sql("UPDATE ballot SET choice = 'NO' WHERE vote_id = :id AND choice = 'YES'")
                .param("id", vote.number())
                .update();
        assertThat(checked(vote).differences())
                .contains(
                        "Yes: 0 in the ballots, 3 in the certificate.",
                        "Counted again: rejected by the standard route; the certificate says passed by the standard route.");
        jdbc.sql("UPDATE vote SET text = 'Every other day.' WHERE id = :id")
                .param("id", vote.number())
                .update();
        assertThat(checked(vote).differences())
                .anyMatch(difference -> difference.startsWith("The text is not the one that was pinned"));
    }

    @Test
    void whoeverBecameAMemberMeanwhileIsNamedAsSuch() {
        VoteId vote = held("plus-three", "consensus", Choice.YES, Choice.YES, Choice.YES);
        jdbc.sql("DELETE FROM vote_roster WHERE vote_id = :id AND member_id = :member")
                .param("id", vote.number())
                .param("member", people.getFirst().number())
                .update();
        jdbc.sql("UPDATE vote SET active = 9 WHERE id = :id")
                .param("id", vote.number())
                .update();

        CertificateReport report = checked(vote);

        assertThat(report.differences()).isEmpty();
        assertThat(report.certificate().electorate().others())
                .singleElement()
                .satisfies(other -> assertThat(other.seat().person().login()).isEqualTo("alder"));
    }

    @Test
    void namesTheSourceOfItsTextAndWhoEnteredABallot() {
        VoteId vote = held("plus-three", "consensus", Choice.YES, Choice.YES, Choice.YES);
        jdbc.sql("""
                        INSERT INTO vote_call (vote_id, text_link, text_revision, discussion)
                        VALUES (:id, 'https://example.org/pull/3', '', '')""").param("id", vote.number()).update();
        jdbc.sql("UPDATE ballot SET given = 'MAIL', entered_by = :by WHERE member_id = :member")
                .param("by", people.getFirst().number())
                .param("member", people.get(1).number())
                .update();

        CertificateReport report = checked(vote);

        assertThat(report.differences()).isEmpty();
        assertThat(report.certificate().text())
                .returns(Optional.of("https://example.org/pull/3"), Certificate.Text::source)
                .returns(Optional.empty(), Certificate.Text::revision);
        assertThat(((Ballots.Named) report.certificate().ballots()).ballots())
                .extracting(Certificate.Ballot::enteredBy)
                .containsOnlyOnce(Optional.of("alder"));
    }

    @Test
    void takesAsManyStatementsForFewBallotsAsForMany() {
        VoteId few = held("plus-three", "consensus", Choice.YES, Choice.YES, Choice.YES);
        Choice[] all = new Choice[10];
        java.util.Arrays.fill(all, Choice.YES);
        VoteId many = held("conda-forge", "other", all);

        assertThat(SqlCount.of(() -> certificates.of(many))).hasSameSizeAs(SqlCount.of(() -> certificates.of(few)));
    }

    @Test
    void aVoteFromBeforeItsRosterWasKeptSaysSo() {
        VoteId vote = held("plus-three", "consensus", Choice.YES, Choice.YES, Choice.YES);
        jdbc.sql("DELETE FROM vote_roster").update();

        CertificateReport report = checked(vote);

        assertThat(report.holds()).isTrue();
        assertThat(report.lines())
                .anyMatch(line -> line.finding() == CertificateReport.Finding.OPEN
                        && line.sentence().startsWith("The roster was not kept by name"));
    }

    private void refused(VoteId vote, String why) {
        assertThat(certificates.refusal(vote)).hasValue(why);
        assertThatThrownBy(() -> certificates.of(vote))
                .isInstanceOf(NotCertified.class)
                .hasMessage(why);
    }

    @Test
    void whatDidNotEndHereHasNoCertificate() {
        SignIn.as("alder");
        VoteId open = calls.call(new Call(
                "plus-three", "consensus", Optional.empty(), "Oaks", "Oaks.", NOW.plus(Duration.ofDays(7)), ""));
        refused(open, "The vote has not ended: it has a certificate once it is decided.");
        calls.withdraw(open, "The wrong trees.");
        refused(open, "The vote was withdrawn: there is no result to certify.");
        refused(new VoteId(999_999), "There is no vote 999999.");
        String record = """
                # CFEP-40 elms

                ## Dates
                | Event | Dates |
                | --- | ---: |
                | Proposed on: | 2020/03/01 15:00 |
                | Original proposed close date: | 2020/03/12 15:00 |

                ## Policy governing the vote
                This PR falls under the CFEP Approval policy.

                ## Final vote tallies
                | Direction | Count |
                | --- | ---: |
                | For | 9 |
                | Against | 0 |
                | Abstain | 1 |

                # Outcome
                The vote passed.
                """;
        records.take(VoteRecordFile.parse(record), "2020_03_12_cfep-40.md", record);
        refused(
                new VoteId(jdbc.sql("SELECT id FROM vote WHERE record_file IS NOT NULL")
                        .query(Long.class)
                        .single()),
                "The vote was not held here: its result is as its record says, and its ballots are not there to certify it.");
    }

    @Test
    void theCertificateOfASensitiveVoteIsForMembersAndHasCodes() {
        VoteId vote = held("plus-three", "consensus", Choice.YES, Choice.YES, Choice.YES);
        jdbc.sql("DELETE FROM ballot").update();
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", vote.number())
                .update();
        for (int i = 2; i >= 0; i--) {
            jdbc.sql("INSERT INTO opened_ballot (vote_id, code, choice) VALUES (:id, :code, 'YES')")
                    .param("id", vote.number())
                    .param("code", "%d000-0000-0000-0000".formatted(i))
                    .update();
            jdbc.sql("INSERT INTO vote_voter (vote_id, member_id) VALUES (:id, :member)")
                    .param("id", vote.number())
                    .param("member", people.get(i).number())
                    .update();
        }

        assertThatThrownBy(() -> certificates.of(vote)).isInstanceOf(NotAllowed.class);
        SignIn.as("stranger");
        assertThatThrownBy(() -> certificates.of(vote)).isInstanceOf(NotAllowed.class);
        for (String member : List.of("willow", "alder")) {
            SignIn.as(member);
            assertThat(checked(vote).differences()).isEmpty();
        }
        assertThat(checked(vote).certificate().ballots()).isInstanceOfSatisfying(Ballots.Coded.class, coded -> {
            assertThat(coded.codes())
                    .extracting(Certificate.Code::code)
                    .containsExactly("0000-0000-0000-0000", "1000-0000-0000-0000", "2000-0000-0000-0000");
            assertThat(coded.voters()).extracting(Certificate.Person::login).isSorted();
        });
        assertThat(certificates.of(vote)).doesNotContain("castAt", "\"ballots\"");
    }

    @Test
    void asksHowASensitiveVoteEndedBeforeItCertifiesIt() {
        VoteId vote = held("plus-three", "consensus", Choice.YES, Choice.YES, Choice.YES);
        jdbc.sql(
                        "UPDATE vote SET classification = 'SENSITIVE', yes_count = NULL, no_count = NULL, abstain_count = NULL")
                .update();
        SignIn.as("alder");
        refused(vote, "So few took part in this sensitive vote that only its outcome is published.");
        jdbc.sql("UPDATE vote SET outcome = 'UNOPENED'").update();
        refused(vote, "The ballots of the vote could not be opened: there is no result to certify.");
    }
}
