package org.condaforge.quorate.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.condaforge.quorate.source.SourceStore.Known;

/// Which file counts for what, during a run: a date is one meeting, a number one proposal, and of two files that tell
/// of the same the one that was first stays the one that counts, as long as it is there.
final class Ledger {

    private final Map<String, Known> files;
    private final Map<String, String> counting = new HashMap<>();
    private final Map<String, Set<String>> former = new HashMap<>();

    Ledger(Map<String, Known> files) {
        this.files = new HashMap<>(files);
        files.values().forEach(this::count);
    }

    private void count(Known file) {
        if (file.counted() && file.gave() != null) {
            String gift = gift(file.kind(), file.gave());
            if (file.gone()) {
                former.computeIfAbsent(gift, g -> new TreeSet<>()).add(file.address());
            } else {
                counting.put(gift, file.address());
            }
        }
    }

    private static String gift(FileKind kind, String gave) {
        return kind + " " + gave;
    }

    Optional<Known> at(String address) {
        return Optional.ofNullable(files.get(address));
    }

    /// The address of another file that counts for the same.
    Optional<String> other(FileKind kind, String gave, String address) {
        return Optional.ofNullable(counting.get(gift(kind, gave))).filter(counts -> !counts.equals(address));
    }

    /// Files that counted for the same, and are gone.
    List<String> formerly(FileKind kind, String gave, String address) {
        return former.getOrDefault(gift(kind, gave), Set.of()).stream()
                .filter(other -> !other.equals(address))
                .toList();
    }

    void put(Known file) {
        Known before = files.put(file.address(), file);
        if (before != null && before.gave() != null) {
            String gift = gift(before.kind(), before.gave());
            counting.remove(gift, before.address());
            former.getOrDefault(gift, new TreeSet<>()).remove(before.address());
        }
        count(file);
    }

    void release(Collection<String> addresses) {
        addresses.forEach(address -> at(address).ifPresent(file -> put(with(file, false, file.gone()))));
    }

    /// What was there before in these contents, and is there no longer; it is gone from now on.
    List<Known> gone(Contents contents, Set<String> seen) {
        if (!contents.whole()) {
            return List.of();
        }
        List<Known> gone = files.values().stream()
                .filter(file -> file.source() == contents.kind()
                        && !file.gone()
                        && file.address().startsWith(contents.prefix())
                        && !seen.contains(file.address()))
                .sorted(Comparator.comparing(Known::address))
                .toList();
        gone.forEach(file -> put(with(file, file.counted(), true)));
        return gone;
    }

    /// What is there; what was gone is back.
    List<Long> here(Set<String> seen) {
        List<Long> ids = new ArrayList<>();
        for (String address : seen) {
            Known file = files.get(address);
            if (file != null) {
                ids.add(file.id());
                if (file.gone()) {
                    put(with(file, file.counted(), false));
                }
            }
        }
        return ids;
    }

    private static Known with(Known file, boolean counted, boolean gone) {
        return new Known(
                file.id(),
                file.source(),
                file.address(),
                file.kind(),
                file.name(),
                file.hash(),
                file.gave(),
                file.label(),
                counted,
                file.remarks(),
                gone);
    }

    /// Those that count already come first, so that they go on counting; of new ones the first by address counts.
    Comparator<Contents.Item> order() {
        return Comparator.comparing((Contents.Item item) ->
                        !at(item.address()).filter(Known::counted).isPresent())
                .thenComparing(Contents.Item::address);
    }
}
