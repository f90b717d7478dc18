package org.condaforge.quorate.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which logins became which: an old one leads to the one of today, over as many steps as were taken.
record Renames(Map<String, Rename> byOldKey) {

    Renames {
        byOldKey = Map.copyOf(byOldKey);
    }

    /// A login that became another.
    ///
    /// @param byHand whether a member recorded it in the application
    record Rename(String oldLogin, String newLogin, String source, boolean byHand) {

        Rename {
            if (oldLogin.isBlank() || newLogin.isBlank()) {
                throw new IllegalArgumentException("A login cannot be empty.");
            }
            if (oldLogin.length() > 80 || newLogin.length() > 80) {
                throw new IllegalArgumentException("A login has at most 80 characters.");
            }
            if (Member.key(oldLogin).equals(Member.key(newLogin))) {
                throw new IllegalArgumentException("“%s” and “%s” are the same login.".formatted(oldLogin, newLogin));
            }
        }

        String oldKey() {
            return Member.key(oldLogin);
        }

        String newKey() {
            return Member.key(newLogin);
        }
    }

    /// Of two for the same old login the last counts.
    static Renames of(Collection<Rename> renames) {
        Map<String, Rename> byOldKey = new HashMap<>();
        renames.forEach(rename -> byOldKey.put(rename.oldKey(), rename));
        return new Renames(byOldKey);
    }

    /// The key of today's login of whoever has or had this one. Where logins lead in a circle, none is older.
    String key(String login) {
        String start = Member.key(login);
        Set<String> seen = new HashSet<>();
        String key = start;
        for (Rename next = byOldKey.get(key); next != null; next = byOldKey.get(key)) {
            if (!seen.add(key)) {
                return start;
            }
            key = next.newKey();
        }
        return key;
    }

    /// Today's login of whoever has or had this one, as it is written.
    String login(String login) {
        String key = key(login);
        return key.equals(Member.key(login))
                ? login
                : byOldKey.values().stream()
                        .filter(rename -> rename.newKey().equals(key))
                        .map(Rename::newLogin)
                        .findFirst()
                        .orElse(key);
    }

    /// Whether this rename would make a circle.
    boolean closes(Rename rename) {
        return key(rename.newLogin()).equals(rename.oldKey());
    }
}
