package org.condaforge.quorate.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.condaforge.quorate.proposal.StatusEntry.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/// A CFEP with the whole history of its status, oldest first. What a vote or a person recorded is never overwritten by
/// a file: then file and record differ, and both are kept.
@Table("proposal")
record Proposal(
        @Id @Column("number") int number,
        @Version @Nullable Long version,
        String title,
        Status status,
        @Nullable LocalDate created,
        @Nullable LocalDate updated,
        @Nullable String discussion,
        @Nullable String implementation,
        @Nullable String body,
        @Nullable String fileName,
        @Nullable String fileStatus,
        @Nullable String fileHash,
        @Nullable Status indexStatus,

        @MappedCollection(idColumn = "proposal", keyColumn = "position")
        List<Author> authors,

        @MappedCollection(idColumn = "proposal", keyColumn = "position")
        List<StatusEntry> history) {

    Proposal {
        authors = List.copyOf(authors);
        history = List.copyOf(history);
    }

    /// A proposal of which nothing is recorded yet.
    static Proposal numbered(ProposalNumber number, String title) {
        return new Proposal(
                number.value(),
                null,
                title,
                Status.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    Proposal with(StatusEntry entry) {
        List<StatusEntry> entries = new ArrayList<>(history);
        entries.add(entry);
        return having(entry.status(), entries);
    }

    /// What commits said of the status, oldest first.
    List<StatusEntry> committed() {
        return history.stream().filter(entry -> entry.source() == Source.COMMIT).toList();
    }

    /// The proposal whose commits tell this of its status, each in its place by date. What the file said stays only
    /// where no commit says the same; the present status stays in any case.
    Proposal committedAs(List<StatusEntry> commits) {
        Set<Status> said = commits.stream().map(StatusEntry::status).collect(Collectors.toSet());
        // Those of the same day stay in this order: whoever decided on the day of a commit has the last word.
        List<StatusEntry> entries = new ArrayList<>(commits);
        history.stream()
                .filter(entry -> switch (entry.source()) {
                    case COMMIT -> false;
                    case FILE -> !said.contains(entry.status());
                    case VOTE, HAND, MINUTES, ADDED -> true;
                })
                .forEach(entries::add);
        entries.sort(Comparator.comparing(StatusEntry::since, Comparator.nullsFirst(Comparator.naturalOrder())));
        return having(status, entries);
    }

    private Proposal having(Status present, List<StatusEntry> entries) {
        return new Proposal(
                number,
                version,
                title,
                present,
                created,
                updated,
                discussion,
                implementation,
                body,
                fileName,
                fileStatus,
                fileHash,
                indexStatus,
                authors,
                entries);
    }

    /// The proposal as its file now tells of it. The status follows the file as long as nothing but files and minutes
    /// has spoken.
    Proposal asIn(CfepFile file, String name, String hash, Instant now) {
        Status stated = Status.of(file.status()).orElse(Status.UNKNOWN);
        Proposal read = new Proposal(
                number,
                version,
                file.title(),
                status,
                file.created().orElse(null),
                file.updated().orElse(null),
                file.discussion().orElse(null),
                file.implementation().orElse(null),
                file.body(),
                name,
                file.status(),
                hash,
                indexStatus,
                file.authors().stream()
                        .map(author -> new Author(author.name(), author.login().orElse(null)))
                        .toList(),
                history);
        boolean ours = history.stream().anyMatch(entry -> entry.source().decides());
        boolean said = status == stated
                && history.stream().anyMatch(entry -> entry.source() == Source.FILE || entry.source() == Source.COMMIT);
        if (ours || said) {
            return read;
        }
        LocalDate since = file.updated().or(file::created).orElse(null);
        return read.with(
                new StatusEntry(stated, since, Source.FILE, "%s says %s".formatted(name, file.status()), null, now));
    }

    Proposal discussedAt(@Nullable String address) {
        return new Proposal(
                number,
                version,
                title,
                status,
                created,
                updated,
                address,
                implementation,
                body,
                fileName,
                fileStatus,
                fileHash,
                indexStatus,
                authors,
                history);
    }

    Proposal listedAs(@Nullable Status listed) {
        return new Proposal(
                number,
                version,
                title,
                status,
                created,
                updated,
                discussion,
                implementation,
                body,
                fileName,
                fileStatus,
                fileHash,
                listed,
                authors,
                history);
    }
}
