package org.condaforge.quorate.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.checkin.ActivityReader.Quiet;
import org.condaforge.quorate.member.Activity;
import org.condaforge.quorate.member.ImportedActivity;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is seen of members, on 2026-03-02: six months before is 2025-09-02.
abstract class ActivityContract extends RoundContract {

    @Autowired
    ActivityReader activity;

    @Autowired
    ImportedActivity imported;

    private ImportedActivity.Report read(String csv) {
        SignIn.as("alder");
        ImportedActivity.Report report = imported.read(csv);
        SignIn.out();
        return report;
    }

    private List<Quiet> quiet() {
        SignIn.as("alder");
        List<Quiet> quiet = activity.quiet();
        SignIn.out();
        return quiet;
    }

    private MemberId id(String login) {
        return members.rosterEntry(login).orElseThrow().id();
    }

    @Test
    void isTakenFromAListAndReadAgainChangesNothing() {
        String csv = "login,date,kind\nAsh,2026-02-01,review\nash,2025-12-24,Commit\nwillow,2024-01-01,comment\n";

        assertThat(read(csv)).isEqualTo(new ImportedActivity.Report(3, 0, List.of()));
        var once = community.everything();
        assertThat(read(csv)).isEqualTo(new ImportedActivity.Report(0, 3, List.of()));

        assertThat(community.everything()).isEqualTo(once);
        assertThat(activity.lastSeen().get(id("ash"))).satisfies(seen -> {
            assertThat(seen.what()).isEqualTo("review");
            assertThat(seen.on()).isEqualTo(LocalDate.of(2026, 2, 1));
        });
    }

    @Test
    void thatCannotBeReadIsReportedByLineAndTheRestIsKept() {
        var report = read("date,kind,login\n2026-02-01,review,ash\n2026-02-30,review,aspen\n2026-02-01,review,nettle\n"
                + "2026-03-03,review,birch\n,,\n2026-02-01,,cedar\n2026-02-02,review,beech\n");

        assertThat(report.fresh()).isEqualTo(2);
        assertThat(report.problems())
                .extracting(RosterFile.Problem::line, RosterFile.Problem::message)
                .containsExactly(
                        tuple(3, "“2026-02-30” is no date such as 2026-03-02; the row is left out."),
                        tuple(4, "No member has the login nettle; the row is left out."),
                        tuple(5, "2026-03-03 is to come, or long before; the row is left out."),
                        tuple(7, "The row has no login, date or kind; it is left out."));
        assertThat(activity.lastSeen()).containsOnlyKeys(id("ash"), id("beech"));
    }

    @Test
    void isReadAndLookedForBySecretariesOnly() {
        for (String login : List.of("", "nettle", "willow")) {
            sign(login);
            assertThatThrownBy(() -> imported.read("ash,2026-02-01,review\n")).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> activity.quiet()).isInstanceOf(NotAllowed.class);
        }
        assertThat(community.count("imported_activity", "1 = 1")).isZero();
    }

    @Test
    void ofNoneForSixMonthsIsListedWithTheEvidence() {
        read("ash,2025-09-03,review\naspen,2025-09-02,review\naspen,2025-08-01,commit\n");

        assertThat(quiet())
                .extracting(one -> one.member().login())
                .containsExactly("alder", "aspen", "beech", "birch", "cedar");
        assertThat(quiet().get(1).evidence())
                .extracting(Activity::what, Activity::on)
                .containsExactly(tuple("review", LocalDate.of(2025, 9, 2)), tuple("commit", LocalDate.of(2025, 8, 1)));
        assertThat(quiet().getFirst().evidence()).isEmpty();
    }

    @Test
    void countsBecomingActive() {
        as("willow", own::comeBack);

        assertThat(quiet()).extracting(one -> one.member().login()).doesNotContain("willow");
        clock.set(Instant.parse("2026-09-02T09:00:00Z"));
        assertThat(quiet()).extracting(one -> one.member().login()).contains("willow");
    }

    @Test
    void isSeenInMeetingsActionItemsAndProposals() {
        jdbc.sql("""
                        INSERT INTO meeting (held_on, version, title, minutes, file_name, file_hash, pull_request_links)
                        VALUES (DATE '2026-02-04', 0, 'Core meeting', '', 'a.md', 'x', 0)""").update();
        jdbc.sql(
                        "INSERT INTO meeting_attendee (meeting, position, name, member_id) VALUES (DATE '2026-02-04', 0, 'Ash', :m)")
                .param("m", id("ash").number())
                .update();
        jdbc.sql("""
                        INSERT INTO action_item (text, begun_on, meetings, minutes_state, added_text, added_by, added_at)
                        VALUES ('Water it', DATE '2026-01-05', 0, 'OPEN', 'Water it', :m, TIMESTAMP '2026-01-05 10:00:00')""").param("m", id("aspen").number()).update();
        jdbc.sql(
                        "INSERT INTO proposal (number, version, title, status, created) VALUES (7, 0, 'Seeds', 'DRAFT', DATE '2025-12-01')")
                .update();
        jdbc.sql("INSERT INTO proposal_author (proposal, position, name, login) VALUES (7, 0, 'Beech', 'Beech')")
                .update();

        var seen = activity.lastSeen();

        assertThat(seen)
                .extractingByKeys(id("ash"), id("aspen"), id("beech"))
                .extracting(Activity::what, Activity::on)
                .containsExactly(
                        tuple("meeting", LocalDate.of(2026, 2, 4)),
                        tuple("action item", LocalDate.of(2026, 1, 5)),
                        tuple("proposal", LocalDate.of(2025, 12, 1)));
        assertThat(quiet()).extracting(one -> one.member().login()).containsExactly("alder", "birch", "cedar");
    }
}
