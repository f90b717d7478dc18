package org.condaforge.quorate.member;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The roster files as they should be, and what changed in them since they were read: for a pull request. They have
/// mail
/// addresses in them, so they are for secretaries only.
@Service
@Transactional(readOnly = true)
public class RosterExport {

    /// A roster file.
    ///
    /// @param name `core.csv` or `emeritus.csv`
    /// @param text as it should be, in the layout it came in
    /// @param diff from the newest file that was read to this text, as `git apply` takes it; empty where nothing
    /// changed
    /// @param known whether such a file was read
    /// @param added lines that come
    /// @param removed lines that go
    public record File(Standing list, String name, String text, String diff, boolean known, int added, int removed) {}

    private final RosterArchive archive;
    private final CurrentMember currentMember;

    RosterExport(RosterArchive archive, CurrentMember currentMember) {
        this.archive = archive;
        this.currentMember = currentMember;
    }

    /// Why the person at the keyboard may not see them; empty where they may.
    public Optional<String> refusal() {
        try {
            currentMember.requireSecretary("export rosters");
            return Optional.empty();
        } catch (NotAllowed e) {
            return Optional.of(e.reason());
        }
    }

    /// Both files, as far as there are such: that of the active members first.
    ///
    /// @throws NotAllowed when no secretary asks
    public List<File> files() {
        currentMember.requireSecretary("export rosters");
        return Arrays.stream(Standing.values())
                .flatMap(list -> archive.today(list).map(text -> file(list, text)).stream())
                .toList();
    }

    private File file(Standing list, String text) {
        String name = list == Standing.ACTIVE ? "core.csv" : "emeritus.csv";
        Optional<String> before = archive.newest(list);
        RosterPatch patch = RosterPatch.of(name, before, text);
        return new File(list, name, text, patch.text(), before.isPresent(), patch.added(), patch.removed());
    }
}
