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
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.jspecify.annotations.Nullable;

/// Finds the member a name in the minutes means: by login, by the whole name, or by first and last name where just
/// one member has them; the short names of presenters and owners also by initials and first names. Accents, case and
/// middle names do not matter; a nickname in quotation marks counts as a first name.
final class NameIndex {

    private static final Pattern NICKNAME = Pattern.compile("['\"“‘]([^'\"”’]+)['\"”’]");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}\\p{L}{0,3}\\p{Lu}");
    private static final int LONGEST = 200;

    private final Map<MemberId, Person> people;
    private final Map<String, List<Person>> byKey;
    private final Map<String, List<Person>> learnt = new HashMap<>();

    /// Initials as a table of attendees gives them, and whom they mean.
    record Initials(String letters, MemberId member) {}

    NameIndex(Collection<Person> people) {
        this.people = people.stream().collect(Collectors.toMap(Person::id, person -> person, (one, other) -> one));
        this.byKey = new HashMap<>();
        people.forEach(this::call);
    }

    private NameIndex(NameIndex known, Collection<Initials> tables) {
        this.people = known.people;
        this.byKey = known.byKey;
        for (Initials row : tables) {
            Person person = people.get(row.member());
            if (person != null) {
                put(learnt, letters(row.letters()), person);
            }
        }
    }

    /// The same people with the initials that `tables` give them.
    NameIndex learning(Collection<Initials> tables) {
        return new NameIndex(this, tables);
    }

    private void call(Person person) {
        put(byKey, "@" + person.login().toLowerCase(Locale.ROOT), person);
        put(byKey, plain(person.name()), person);
        List<String> words = words(person.name());
        if (words.size() > 1) {
            put(byKey, words.getFirst() + " " + words.getLast(), person);
            put(byKey, words.getFirst() + " " + words.getLast().substring(0, 1), person);
            put(byKey, "first " + words.getFirst(), person);
            put(byKey, "initials " + initials(words), person);
            put(byKey, "initials " + initials(List.of(words.getFirst(), words.getLast())), person);
            Matcher nickname = NICKNAME.matcher(person.name());
            while (nickname.find()) {
                put(byKey, plain(nickname.group(1)) + " " + words.getLast(), person);
                put(byKey, "first " + plain(nickname.group(1)), person);
            }
        }
    }

    private static void put(Map<String, List<Person>> index, String key, Person person) {
        List<Person> found = index.computeIfAbsent(key, k -> new ArrayList<>());
        if (!found.contains(person)) {
            found.add(person);
        }
    }

    /// The member with that login (may be null) or else that name; empty when nobody or several fit.
    Optional<Person> find(@Nullable String login, String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
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

    /// The attendee of that login, name or, in the end, initials.
    Optional<Person> attendee(@Nullable String login, String name, @Nullable String initials) {
        return find(login, name)
                .or(() -> initials == null || words(name).size() > 1 ? Optional.empty() : byInitials(initials));
    }

    /// The member whom an item calls by `@login`, by a name, by initials or by a first name, if it is one alone:
    /// `@birch`, `AB`, `Birch`, `Birch O.`, `Birch?`.
    Optional<Person> named(String written) {
        String name = written.strip().replaceFirst("\\?+$", "").strip();
        if (name.startsWith("@")) {
            return find(name.substring(1), name.substring(1)).or(() -> first(name.substring(1)));
        }
        return find(name, name)
                .or(() -> INITIALS.matcher(name).matches() ? byInitials(name) : Optional.empty())
                .or(() -> first(name));
    }

    /// Initials as the tables of attendees have them; those nobody wrote down count where one member alone has them.
    private Optional<Person> byInitials(String letters) {
        List<Person> known = learnt.get(letters(letters));
        return known == null ? only("initials " + letters(letters)) : one(known);
    }

    private Optional<Person> first(String name) {
        return name.length() > LONGEST ? Optional.empty() : only("first " + plain(name));
    }

    private Optional<Person> only(String key) {
        return one(byKey.getOrDefault(key, List.of()));
    }

    private static Optional<Person> one(List<Person> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String initials(List<String> words) {
        return words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }

    private static String letters(String initials) {
        return plain(initials).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> words(String name) {
        return List.of(plain(NICKNAME.matcher(name).replaceAll(" ")).split(" ", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}-]+", " ")
                .strip();
    }
}
