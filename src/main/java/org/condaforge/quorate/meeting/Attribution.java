package org.condaforge.quorate.meeting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.proposal.PlainText;
import org.jspecify.annotations.Nullable;

/// Says which members the names in one file of minutes mean: those of attendees, presenters and owners, and those in
/// running text. What the file's own attendees are called counts more than what other minutes teach.
final class Attribution {

    private static final int LONGEST_NAME = 400;
    private static final int EXCERPT = 200;

    private final Minutes minutes;
    private final NameIndex names;
    private final List<Meeting.Attendee> attendees;

    /// Initials that attendees have who are no members.
    private final Set<String> guests;

    /// @param people everybody who can be meant
    /// @param tables what the tables of attendees of other minutes teach
    Attribution(Minutes minutes, NameIndex people, Collection<NameIndex.Initials> tables) {
        this.minutes = minutes;
        NameIndex known = people.learning(tables);
        this.attendees =
                minutes.attendees().stream().map(a -> attendee(a, known)).toList();
        Set<String> own = new HashSet<>();
        for (Minutes.Attendee attendee : minutes.attendees()) {
            attendee.initials().ifPresent(own::add);
        }
        this.guests = new HashSet<>(own);
        attendees.stream().filter(a -> a.memberId() != null).forEach(a -> guests.remove(a.initials()));
        this.names = people.learning(Stream.concat(tables.stream().filter(row -> !own.contains(row.letters())), own())
                .toList());
    }

    private static Meeting.Attendee attendee(Minutes.Attendee a, NameIndex known) {
        @Nullable String login = a.login().orElse(null);
        @Nullable String initials = a.initials().orElse(null);
        Optional<Person> member = known.attendee(login, a.name(), initials);
        return new Meeting.Attendee(
                a.name(), login, initials, member.map(p -> p.id().number()).orElse(null));
    }

    /// The initials of members that the list of attendees gives.
    Stream<NameIndex.Initials> own() {
        return attendees.stream().flatMap(a -> {
            String initials = a.initials();
            Long member = a.memberId();
            return initials == null || member == null
                    ? Stream.empty()
                    : Stream.of(new NameIndex.Initials(initials, new MemberId(member)));
        });
    }

    /// The attendees, with the members they are.
    List<Meeting.Attendee> attendees() {
        return attendees;
    }

    /// Everybody whom the items name, with the members they are.
    List<Meeting.Named> people() {
        List<Meeting.Named> people = new ArrayList<>();
        for (Minutes.AgendaItem item : minutes.agendaItems()) {
            item.presenters()
                    .forEach(name -> people.add(
                            named(MeetingDetail.Role.PRESENTER, name, item.text(), item.text(), item.line())));
        }
        for (Minutes.ActionItem item : minutes.actionItems()) {
            item.owners()
                    .forEach(name ->
                            people.add(named(MeetingDetail.Role.OWNER, name, item.text(), item.text(), item.line())));
        }
        for (Minutes.PersonMention mention : minutes.people()) {
            people.add(named(
                    MeetingDetail.Role.MENTIONED,
                    mention.written(),
                    mention.item(),
                    mention.excerpt(),
                    mention.line()));
        }
        return people;
    }

    private Meeting.Named named(MeetingDetail.Role role, String written, String item, String excerpt, int line) {
        return new Meeting.Named(
                role,
                PlainText.beginning(written, LONGEST_NAME),
                member(written).map(p -> p.id().number()).orElse(null),
                PlainText.beginning(item, Topic.LONGEST_NAME),
                PlainText.excerpt(excerpt, 0, EXCERPT),
                line);
    }

    /// Initials of a guest mean that guest, whatever member has them elsewhere.
    private Optional<Person> member(String written) {
        return guests.contains(written) ? Optional.empty() : names.named(written);
    }
}
