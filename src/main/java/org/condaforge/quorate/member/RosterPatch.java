package org.condaforge.quorate.member;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/// How a roster file changed, as a unified diff that `git apply` takes. A pure function of both texts.
///
/// @param path of the file in its repository
/// @param text empty where nothing changed
/// @param added lines that come
/// @param removed lines that go
record RosterPatch(String path, String text, int added, int removed) {

    /// From the text as it was, empty where there was no such file, to the text as it is.
    static RosterPatch of(String path, Optional<String> before, String after) {
        if (before.filter(after::equals).isPresent()) {
            return new RosterPatch(path, "", 0, 0);
        }
        RawText old = new RawText(before.orElse("").getBytes(StandardCharsets.UTF_8));
        RawText fresh = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, fresh);
        int added = edits.stream().mapToInt(edit -> edit.getLengthB()).sum();
        int removed = edits.stream().mapToInt(edit -> edit.getLengthA()).sum();
        return new RosterPatch(path, heading(path, before.isPresent()) + hunks(edits, old, fresh), added, removed);
    }

    private static String heading(String path, boolean known) {
        List<String> lines = known
                ? List.of("diff --git a/%s b/%s", "--- a/%s", "+++ b/%s")
                : List.of("diff --git a/%s b/%s", "new file mode 100644", "--- /dev/null", "+++ b/%s");
        return String.join("\n", lines).replace("%s", path) + "\n";
    }

    private static String hunks(EditList edits, RawText old, RawText fresh) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, old, fresh);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
