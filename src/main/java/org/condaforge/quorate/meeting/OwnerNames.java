package org.condaforge.quorate.meeting;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;

/// Which member an owner as written means: by login, by name, or by first name, first name with the last one's initial,
/// or initials, where just one member is called so. A question mark ("Marius?") is a doubt, not another name.
final class OwnerNames {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, MemberId> byLogin = new HashMap<>();
    private final Map<String, Set<MemberId>> byName = new HashMap<>();
    private final Map<String, Set<MemberId>> byPart = new HashMap<>();

    /// @param people everybody on the roster
    /// @param written members by the names minutes gave them among the attendees
    OwnerNames(Collection<Person> people, Collection<Map.Entry<String, MemberId>> written) {
        people.forEach(person -> {
            byLogin.put(person.login().toLowerCase(Locale.ROOT), person.id());
            call(person.name(), person.id());
        });
        written.forEach(name -> call(name.getKey(), name.getValue()));
    }

    private void call(String name, MemberId member) {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return;
        }
        put(byName, String.join(" ", words), member);
        parts(words).forEach(part -> put(byPart, part, member));
    }

    private static Set<String> parts(List<String> words) {
        Set<String> parts = new LinkedHashSet<>();
        String first = words.getFirst();
        if (words.size() == 1) {
            parts.add(first.substring(0, Math.min(2, first.length())));
            return parts;
        }
        String last = words.getLast();
        parts.add(first);
        parts.add(first + " " + last);
        parts.add(first + " " + last.charAt(0));
        parts.add("" + first.charAt(0) + last.charAt(0));
        StringBuilder initials = new StringBuilder();
        words.forEach(word -> initials.append(word.charAt(0)));
        parts.add(initials.toString());
        return parts;
    }

    private static void put(Map<String, Set<MemberId>> index, String key, MemberId member) {
        index.computeIfAbsent(key, k -> new HashSet<>()).add(member);
    }

    /// The member; empty when nobody is called so, or several are.
    Optional<MemberId> find(String owner) {
        String login = owner.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        MemberId exact = byLogin.get(login);
        if (exact != null) {
            return Optional.of(exact);
        }
        String key = String.join(" ", words(owner));
        return only(byName, key).or(() -> byName.containsKey(key) ? Optional.empty() : only(byPart, key));
    }

    private static Optional<MemberId> only(Map<String, Set<MemberId>> index, String key) {
        Set<MemberId> found = index.getOrDefault(key, Set.of());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }
}
