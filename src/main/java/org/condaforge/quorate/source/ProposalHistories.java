package org.condaforge.quorate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.CommittedStatus;
import org.condaforge.quorate.proposal.ProposalHistory;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.source.SourceFile.Unreadable;
import org.springframework.stereotype.Component;

/// Tells when the file of a proposal began to say which status, by the commits that changed it.
@Component
class ProposalHistories {

    private final ProposalHistory history;

    ProposalHistories(ProposalHistory history) {
        this.history = history;
    }

    /// Takes over the statuses of a proposal. Versions that nobody can read, or that name no status, tell nothing.
    void take(FileHistory file, Account account) {
        List<CommittedStatus> statuses = new ArrayList<>();
        for (FileHistory.Version version : file.versions()) {
            status(file, version)
                    .ifPresent(status -> statuses.add(new CommittedStatus(version.day(), status, version.commit())));
        }
        ProposalNumber number = new ProposalNumber(Integer.parseInt(FileKind.number(file.name())));
        if (!statuses.isEmpty() && history.take(number, statuses) == ProposalService.Change.CHANGED) {
            account.notes.add("The status of %s over time follows its commits.".formatted(number.label()));
        }
    }

    private static Optional<Status> status(FileHistory file, FileHistory.Version version) {
        try {
            String text = SourceFile.of(
                            version.path(), file.name(), version.bytes().read())
                    .text();
            String written = CfepFile.parse(text, file.name()).status();
            return written.isBlank() ? Optional.empty() : Status.of(written).or(() -> Optional.of(Status.UNKNOWN));
        } catch (Unreadable | UnreadableCfep e) {
            return Optional.empty();
        }
    }
}
