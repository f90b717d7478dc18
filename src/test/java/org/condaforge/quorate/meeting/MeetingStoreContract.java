package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class MeetingStoreContract {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 4);

    @Autowired
    Meetings repository;

    @Autowired
    MeetingService meetings;

    @Autowired
    MeetingReader reader;

    @Autowired
    MeetingSchedule schedule;

    @Autowired
    Community community;

    @BeforeEach
    void empty() {
        community.clear();
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private static String minutes(LocalDate day, String attendees, String todo) {
        return """
                # %s grove meeting

                ## Attendees
                %s

                ## Agenda
                ### Your __new__ agenda items
                * [ ] (AA/BB) watering, see CFEP-07
                * [x] roots

                ### TODOs
                * [ ] (AA, Birch) %s
                * [x] (CC) dig
                """.formatted(day, attendees, todo);
    }

    private MeetingService.Change take(LocalDate day, String content) {
        try {
            return meetings.take(MinutesParser.parse(content, day + ".md"), day + ".md", content);
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMeetingComesBackAsSaved() {
        MemberId alder = community.active("alder");
        Meeting saved = repository.save(new Meeting(
                DAY,
                null,
                "Grove 🌲",
                "木 🌲\n".repeat(50_000),
                "2022-05-04.md",
                "0".repeat(64),
                3,
                List.of(
                        new Meeting.Attendee("Alder", "alder", "AA", alder.number()),
                        new Meeting.Attendee("Guest", null, null, null)),
                List.of(
                        new Meeting.AgendaItem("new", null, "", "none", 1),
                        new Meeting.AgendaItem("new", true, "AA, BB", "yes", 2),
                        new Meeting.AgendaItem("new", false, "AA", "no", 3)),
                List.of(new Meeting.ActionItem(true, "AA, BB", "dig", 4)),
                List.of(new Meeting.Mention(7, "seeds", "…about CFEP-07…", 5)),
                List.of(new Meeting.OpenVote("paint it")),
                List.of(new Meeting.CarriedAgenda(DAY.minusDays(14))),
                List.of(new Meeting.ThreadLink("grove/oak", Minutes.ThreadKind.ISSUE, 12, "seeds", "see oak", 7)),
                List.of(
                        new Meeting.Named(MeetingDetail.Role.OWNER, "AA", alder.number(), "dig", "dig", 4),
                        new Meeting.Named(MeetingDetail.Role.MENTIONED, "@guest", null, "dig", "with @guest", 5)),
                List.of(new Meeting.Problem(6, "Odd."))));

        assertThat(repository.findById(DAY)).contains(saved);
        MeetingDetail detail = meetings.detail(DAY).orElseThrow();
        assertThat(detail.agendaItems())
                .extracting(MeetingDetail.AgendaItem::done)
                .containsExactly(Optional.empty(), Optional.of(true), Optional.of(false));
        assertThat(detail.agendaItems().get(1).presenters()).containsExactly("AA", "BB");
        assertThat(detail.attendees().getFirst().member()).isPresent();
        assertThat(detail.attendees().getLast().member()).isEmpty();
        assertThat(detail.threads())
                .singleElement()
                .satisfies(link -> assertThat(link.address()).isEqualTo("https://github.com/grove/oak/issues/12"));
        assertThat(detail.people().getFirst().member()).isPresent();
        assertThat(detail.people().getLast().member()).isEmpty();
    }

    @Test
    void keepsWhomItemsNameAndWhatTheyLinkTo() {
        community.active("alder");
        community.active("birch");
        take(DAY, """
                ## Attendees
                | Name  | Initials | GitHub ID |
                | ----- | -------- | --------- |
                | A. A. | QQ       | alder     |
                | Guest | GG       |           |

                ## Agenda
                ### Your __new__ agenda items
                * [ ] (QQ/GG/Birch?) watering with @birch, see https://github.com/grove/oak/pull/3
                """);

        MeetingDetail detail = meetings.detail(DAY).orElseThrow();
        assertThat(detail.people())
                .extracting(p -> p.role() + " " + p.written() + " "
                        + p.member().map(Person::login).orElse("-"))
                .containsExactly(
                        "PRESENTER QQ alder",
                        "PRESENTER GG -",
                        "PRESENTER Birch? birch",
                        "MENTIONED @birch birch",
                        "MENTIONED QQ alder",
                        "MENTIONED GG -");
        assertThat(detail.threads())
                .extracting(MeetingDetail.ThreadLink::address)
                .containsExactly("https://github.com/grove/oak/pull/3");
        assertThat(reader.find(DAY))
                .isEqualTo(reader.list(Optional.empty(), new Page.Request(0, 5)).items().stream()
                        .findFirst());

        take(DAY.plusDays(14), minutes(DAY.plusDays(14), "* Alder", "plant").replace("(AA/BB)", "(QQ)"));
        assertThat(meetings.detail(DAY.plusDays(14))
                        .orElseThrow()
                        .people()
                        .getFirst()
                        .member())
                .as("initials learnt from the table of an earlier meeting")
                .hasValueSatisfying(person -> assertThat(person.login()).isEqualTo("alder"));
    }

    @Test
    void takesMinutesOnceAndReplacesThemWhenTheyChange() {
        community.active("alder");
        String content = minutes(DAY, "* Alder\n* Guest", "plant");
        assertThat(take(DAY, content)).isEqualTo(MeetingService.Change.NEW);
        var before = community.everything();
        assertThat(take(DAY, content)).isEqualTo(MeetingService.Change.UNCHANGED);
        assertThat(community.everything()).isEqualTo(before);

        assertThat(take(DAY, minutes(DAY, "* Alder", "plant more"))).isEqualTo(MeetingService.Change.CHANGED);
        MeetingDetail detail = meetings.detail(DAY).orElseThrow();
        assertThat(detail.attendees()).hasSize(1);
        assertThat(detail.actionItems().getFirst().text()).isEqualTo("plant more");
        assertThat(detail.proposals()).containsExactly(7);
    }

    @Test
    void listsTheNewestFirst() {
        MemberId alder = community.active("alder");
        take(DAY, minutes(DAY, "* Alder\n* Guest", "plant"));
        take(DAY.plusDays(14), minutes(DAY.plusDays(14), "* Alder", "prune"));
        take(DAY.minusYears(1), minutes(DAY.minusYears(1), "* Guest", "sow"));

        var all = meetings.list(Optional.empty(), new Page.Request(0, 2));
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.items()).extracting(MeetingSummary::date).containsExactly(DAY.plusDays(14), DAY);
        MeetingSummary summary = all.items().getLast();
        assertThat(summary).isEqualTo(new MeetingSummary(DAY, "2022-05-04 grove meeting", 1, 1, List.of(7), 2, 2, 1));
        assertThat(meetings.list(Optional.of(2021), new Page.Request(0, 50)).items())
                .singleElement()
                .satisfies(m -> assertThat(m.date()).isEqualTo(DAY.minusYears(1)));
        assertThat(meetings.years()).containsExactly(2022, 2021);
        assertThat(meetings.detail(DAY).orElseThrow().previous()).contains(DAY.minusYears(1));
        assertThat(meetings.detail(DAY).orElseThrow().next()).contains(DAY.plusDays(14));
        assertThat(meetings.attendedBy(alder)).containsExactly(DAY.plusDays(14), DAY);
        assertThat(meetings.attendanceSince(DAY)).containsEntry(alder, 2);
        assertThat(meetings.heldSince(DAY)).isEqualTo(2);
    }

    @Test
    void recognisesAttendeesWhenTheRosterComesLater() {
        take(DAY, minutes(DAY, "* Alder\n* Birch", "plant"));
        assertThat(meetings.recogniseAttendees()).isZero();
        community.active("birch");

        assertThat(meetings.recogniseAttendees()).isEqualTo(1);
        assertThat(meetings.recogniseAttendees()).isZero();
        assertThat(meetings.detail(DAY).orElseThrow().attendees().getLast().member())
                .hasValueSatisfying(person -> assertThat(person.login()).isEqualTo("birch"));
    }

    @Test
    void movesCancelsAndRestoresComingMeetings() {
        community.active("alder");
        LocalDate next = LocalDate.of(2026, 3, 4);
        assertThat(schedule.next()).contains(Instant.parse("2026-03-04T17:00:00Z"));
        assertThatThrownBy(() -> schedule.change(next, Optional.empty(), "Storm."))
                .isInstanceOf(NotAllowed.class);

        SignIn.as("alder");
        schedule.change(next, Optional.of(Instant.parse("2026-03-05T17:00:00.123456Z")), "Storm.");
        assertThat(schedule.next()).contains(Instant.parse("2026-03-05T17:00:00.123456Z"));
        schedule.change(next, Optional.empty(), "Still stormy.");
        assertThat(schedule.next()).contains(Instant.parse("2026-03-18T17:00:00Z"));
        assertThat(schedule.firstMeeting(Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-18T17:00:00Z")))
                .isEmpty();
        assertThat(schedule.coming(2))
                .extracting(MeetingSchedule.Coming::changed)
                .containsExactly(true, false);
        schedule.restore(next);
        schedule.restore(next);
        assertThat(schedule.coming(1))
                .singleElement()
                .satisfies(coming -> assertThat(coming.changed()).isFalse());
        assertThat(community.count("journal", "subject_kind = 'meeting'")).isEqualTo(3);
        assertThatThrownBy(() -> schedule.change(next.plusDays(1), Optional.empty(), "Storm."))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
