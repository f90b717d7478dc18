package org.condaforge.quorate.source;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a file is, by its name; in the order in which they are read: people before the proposals that name them, and
/// proposals before the minutes that speak of them, and votes that minutes leave without a result before their records.
enum FileKind {
    ROSTER("(\\d{4}-\\d{2}-\\d{2}-)?(core|emeritus)(-\\d{4}-\\d{2}(-\\d{2})?)?\\.csv"),
    PROPOSAL("cfep-\\d+\\.md"),
    PROPOSAL_INDEX("README\\.md"),
    MINUTES("\\d{4}-\\d{2}[-.]\\d{2}\\.md"),
    VOTE_RECORD("(?:\\d{4}_\\d{2}(?:_\\d{2})?_.+|TEMPLATE)\\.md");

    private final Pattern name;

    FileKind(String name) {
        this.name = Pattern.compile(name, Pattern.CASE_INSENSITIVE);
    }

    static Optional<FileKind> of(String fileName) {
        for (FileKind kind : values()) {
            if (kind.name.matcher(fileName).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The digits in the name of a proposal's file, without leading zeros.
    static String number(String fileName) {
        return fileName.replaceAll("\\D", "").replaceFirst("^0+(?=\\d)", "");
    }
}
