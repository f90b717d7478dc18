package org.condaforge.quorate.meeting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.condaforge.quorate.member.MemberService.Person;
import org.jspecify.annotations.Nullable;

/// Finds the member a name in the minutes means: by login, by the whole name, or by first and last name where just one
/// member has them. Accents, case and middle names do not matter; a nickname in quotation marks counts as a first name.
final class NameIndex {

    private static final Pattern NICKNAME = Pattern.compile("['\"“‘]([^'\"”’]+)['\"”’]");

    private final Map<String, List<Person>> byKey = new HashMap<>();

    NameIndex(Collection<Person> people) {
        for (Person person : people) {
            put("@" + person.login().toLowerCase(Locale.ROOT), person);
            put(plain(person.name()), person);
            List<String> words = words(person.name());
            if (words.size() > 1) {
                put(words.getFirst() + " " + words.getLast(), person);
                Matcher nickname = NICKNAME.matcher(person.name());
                while (nickname.find()) {
                    put(plain(nickname.group(1)) + " " + words.getLast(), person);
                }
            }
        }
    }

    private void put(String key, Person person) {
        List<Person> found = byKey.computeIfAbsent(key, k -> new ArrayList<>());
        if (!found.contains(person)) {
            found.add(person);
        }
    }

    /// The member with that login (may be null) or else that name; empty when nobody or several fit.
    Optional<Person> find(@Nullable String login, String name) {
        if (login != null) {
            Optional<Person> exact = only("@" + login.strip().toLowerCase(Locale.ROOT));
            if (exact.isPresent()) {
                return exact;
            }
        }
        Optional<Person> whole = only(plain(name));
        if (whole.isPresent()) {
            return whole;
        }
        List<String> words = words(name);
        return words.size() > 1 ? only(words.getFirst() + " " + words.getLast()) : Optional.empty();
    }

    private Optional<Person> only(String key) {
        List<Person> found = byKey.getOrDefault(key, List.of());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<String> words(String name) {
        return List.of(plain(NICKNAME.matcher(name).replaceAll(" ")).split(" ", -1));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}-]+", " ")
                .strip();
    }
}
