package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.ui.component.Card;

/// Where the record, the file and the index of a proposal say different things, and which of them to change.
final class DriftPanel extends Composite<Card> {

    private final ProposalDetail proposal;

    DriftPanel(ProposalDetail proposal) {
        this.proposal = proposal;
        setVisible(!proposal.summary().drift().isEmpty());
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Where record and file differ").acting();
        proposal.summary().drift().forEach(sentence -> card.add(new Paragraph(sentence)));
        for (String way : mend()) {
            Paragraph paragraph = new Paragraph(way);
            paragraph.addClassNames("q-small", "q-dim");
            card.add(paragraph);
        }
        return card;
    }

    private List<String> mend() {
        ProposalSummary summary = proposal.summary();
        String status = summary.status().label();
        List<String> ways = new ArrayList<>();
        summary.fileStatus()
                .filter(word -> Status.of(word).filter(summary.status()::equals).isEmpty())
                .ifPresent(word -> ways.add(
                        "%s change the status row of %s to %s. If the file is right, set the status here instead."
                                .formatted(decidedBy(), proposal.fileName().orElse("the file"), status)));
        summary.indexStatus()
                .filter(listed -> listed != summary.status() && summary.status() != Status.IMPLEMENTED)
                .ifPresent(listed -> ways.add(
                        "If it is %s, set the status here, with how that is known; if not, take it off the index."
                                .formatted(listed.label())));
        return ways;
    }

    private String decidedBy() {
        return proposal.history().isEmpty()
                ? "To mend it,"
                : switch (proposal.history().getLast().source()) {
                    case VOTE -> "A vote decided:";
                    case HAND -> "A core member set the status:";
                    case FILE, MINUTES, COMMIT, ADDED -> "To mend it,";
                };
    }

    static String source(StatusEntry.Source source) {
        return switch (source) {
            case VOTE -> "by vote";
            case HAND -> "by hand";
            case FILE -> "by its file";
            case MINUTES -> "by minutes";
            case COMMIT -> "by a commit";
            case ADDED -> "added by hand";
        };
    }
}
