package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/// A meeting as its minutes tell of it. A date is one meeting.
@Table("meeting")
record Meeting(
        @Id @Column("held_on") LocalDate heldOn,
        @Version @Nullable Long version,
        String title,
        String minutes,
        String fileName,
        String fileHash,
        int pullRequestLinks,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<Attendee> attendees,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<AgendaItem> agendaItems,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<ActionItem> actionItems,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<Mention> mentions,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<OpenVote> openVotes,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<CarriedAgenda> carriedAgendas,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<ThreadLink> threads,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<Named> people,

        @MappedCollection(idColumn = "meeting", keyColumn = "position")
        List<Problem> problems) {

    @Table("meeting_attendee")
    record Attendee(
            String name,
            @Nullable String login,
            @Nullable String initials,
            @Nullable Long memberId) {}

    /// Several presenters are kept with a comma between them.
    @Table("meeting_agenda_item")
    record AgendaItem(String section, @Nullable Boolean done, String presenters, String text, int line) {}

    @Table("meeting_action_item")
    record ActionItem(boolean done, String owners, String text, int line) {}

    @Table("meeting_mention")
    record Mention(int proposal, String item, String excerpt, int line) {}

    @Table("meeting_open_vote")
    record OpenVote(String text) {}

    @Table("meeting_carried_agenda")
    record CarriedAgenda(LocalDate agendaOf) {}

    @Table("meeting_thread")
    record ThreadLink(String repository, Minutes.ThreadKind kind, int number, String item, String excerpt, int line) {}

    @Table("meeting_person")
    record Named(
            MeetingDetail.Role role,
            String written,
            @Nullable Long memberId,
            String item,
            String excerpt,
            int line) {}

    @Table("meeting_problem")
    record Problem(int line, String message) {}
}
