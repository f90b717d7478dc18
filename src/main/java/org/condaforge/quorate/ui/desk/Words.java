package org.condaforge.quorate.ui.desk;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.CurrentMember.SignedIn;

/// Words of the desk.
final class Words {

    private Words() {}

    /// How minutes may name a person as the owner of something: login, name, first name, initials with and without
    /// those of middle names.
    static Set<String> owners(SignedIn person) {
        List<String> names = Arrays.stream(person.name().split("[\\s.]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        Set<String> owners = new LinkedHashSet<>();
        owners.add(person.login());
        owners.add("@" + person.login());
        owners.add(person.name());
        owners.add(names.getFirst());
        owners.add(names.stream().map(name -> name.substring(0, 1)).collect(Collectors.joining()));
        if (names.size() > 2) {
            owners.add(names.getFirst().substring(0, 1) + names.getLast().substring(0, 1));
        }
        owners.removeIf(owner -> owner.length() < 2);
        return owners;
    }
}
