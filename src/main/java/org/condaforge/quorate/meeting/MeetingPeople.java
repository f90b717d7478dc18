package org.condaforge.quorate.meeting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.member.MemberService.Person;

/// What the members of core who attended a meeting are called in its minutes. A name or initials that two people share,
/// guests included, are nobody's.
///
/// @param names as written in the list of attendees
/// @param initials as written there, else as they follow from the names
public record MeetingPeople(Map<String, Person> names, Map<String, Person> initials) {

    private static final int MOST = 150;
    private static final Pattern BLANKS = Pattern.compile("[\\s.\"'“”()]+");
    private static final Pattern SHORT = Pattern.compile("\\p{Lu}[\\p{L}]{1,3}");

    public MeetingPeople {
        names = Map.copyOf(names);
        initials = Map.copyOf(initials);
    }

    /// The people of that meeting.
    public static MeetingPeople of(MeetingDetail meeting) {
        List<MeetingDetail.Attendee> attendees =
                meeting.attendees().stream().limit(MOST).toList();
        Map<String, String> written = written(meeting);
        Map<String, Set<String>> byInitials = new HashMap<>();
        Map<String, Person> known = new HashMap<>();
        for (MeetingDetail.Attendee attendee : attendees) {
            attendee.member().ifPresent(person -> known.put(attendee.name(), person));
            Stream<String> shorts = Optional.ofNullable(written.get(attendee.name())).stream();
            Stream<String> all = written.containsKey(attendee.name()) ? shorts : derived(attendee.name());
            all.filter(initials -> SHORT.matcher(initials).matches())
                    .forEach(initials -> byInitials
                            .computeIfAbsent(initials, i -> new HashSet<>())
                            .add(attendee.name()));
        }
        Set<String> twice = attendees.stream()
                .collect(Collectors.groupingBy(MeetingDetail.Attendee::name, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(name -> name.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, Person> initials = new HashMap<>();
        byInitials.forEach((letters, names) -> {
            String name = names.iterator().next();
            if (names.size() == 1 && known.containsKey(name) && !twice.contains(name)) {
                initials.put(letters, known.get(name));
            }
        });
        known.keySet().removeIf(name -> name.length() < 3 || name.length() > 60 || twice.contains(name));
        return new MeetingPeople(known, initials);
    }

    private static Map<String, String> written(MeetingDetail meeting) {
        Map<String, String> written = new HashMap<>();
        try {
            for (Minutes.Attendee attendee :
                    MinutesParser.parse(meeting.minutes(), meeting.fileName()).attendees()) {
                attendee.initials().ifPresent(initials -> written.put(attendee.name(), initials));
            }
        } catch (UnreadableMinutes e) {
            // The names are known from the import.
            return Map.of();
        }
        return written;
    }

    private static Stream<String> derived(String name) {
        List<String> letters = BLANKS.splitAsStream(name)
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .toList();
        return letters.size() < 2
                ? Stream.empty()
                : Stream.of(String.join("", letters), letters.getFirst() + letters.getLast())
                        .distinct();
    }
}
