package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Proposals as the caller of a vote looks at them: who wrote them, and how fresh their text is.
@Service
@Transactional(readOnly = true)
public class VotableProposals {

    private final DiscussionSource discussions;
    private final JdbcClient jdbc;

    VotableProposals(DiscussionSource discussions, JdbcClient jdbc) {
        this.discussions = discussions;
        this.jdbc = jdbc;
    }

    /// The proposal of that number.
    public Optional<VotableProposal> find(ProposalNumber number) {
        List<String> logins = logins(number);
        Optional<LocalDate> lastDiscussed =
                discussions.discussionsOf(number).stream().map(Discussion::date).findFirst();
        return jdbc.sql("""
                        SELECT title, updated, discussion, body IS NOT NULL AS has_file FROM proposal
                        WHERE number = :number""")
                .param("number", number.value())
                .query((row, i) -> new VotableProposal(
                        number,
                        row.getString("title"),
                        logins,
                        Utc.maybeDate(row, "updated"),
                        Optional.ofNullable(row.getString("discussion")).filter(text -> !text.isBlank()),
                        row.getBoolean("has_file"),
                        lastDiscussed))
                .optional();
    }

    /// The logins of its authors, as its file writes them.
    public List<String> logins(ProposalNumber number) {
        return jdbc.sql("""
                        SELECT login FROM proposal_author WHERE proposal = :number AND login IS NOT NULL
                        ORDER BY position""")
                .param("number", number.value())
                .query((row, i) -> Optional.ofNullable(row.getString("login")).orElse(""))
                .list();
    }
}
