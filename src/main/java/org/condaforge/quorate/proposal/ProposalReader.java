package org.condaforge.quorate.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Proposals as whole records, many at a time: the number of statements does not grow with the rows.
@Service
@Transactional(readOnly = true)
public class ProposalReader {

    private final ProposalService proposals;
    private final DiscussionSource discussions;
    private final JdbcClient jdbc;

    ProposalReader(ProposalService proposals, DiscussionSource discussions, JdbcClient jdbc) {
        this.proposals = proposals;
        this.discussions = discussions;
        this.jdbc = jdbc;
    }

    /// A page of records, highest number first.
    public Page<ProposalRecord> list(ProposalService.Filter filter, Page.Request page) {
        Page<ProposalSummary> found = proposals.list(filter, page);
        if (found.items().isEmpty()) {
            return page.of(List.of(), found.total());
        }
        List<ProposalNumber> numbers =
                found.items().stream().map(ProposalSummary::number).toList();
        Map<ProposalNumber, Places> places = places(numbers);
        Map<ProposalNumber, List<Author>> authors = authors(numbers);
        Map<ProposalNumber, List<StatusEntry>> history = history(numbers);
        Map<ProposalNumber, List<Discussion>> spoken = discussions.discussionsOf(numbers);
        return found.map(summary -> new ProposalRecord(
                summary,
                authors.getOrDefault(summary.number(), List.of()),
                places.getOrDefault(summary.number(), Places.UNKNOWN).discussion(),
                places.getOrDefault(summary.number(), Places.UNKNOWN).implementation(),
                history.getOrDefault(summary.number(), List.of()),
                spoken.getOrDefault(summary.number(), List.of())));
    }

    /// The record of that proposal.
    public Optional<ProposalRecord> find(ProposalNumber number) {
        return proposals
                .detail(number)
                .map(detail -> new ProposalRecord(
                        detail.summary(),
                        detail.authors(),
                        detail.discussion(),
                        detail.implementation(),
                        detail.history(),
                        detail.discussions()));
    }

    /// Where a proposal is discussed and implemented, as its file says.
    private record Places(Optional<String> discussion, Optional<String> implementation) {

        static final Places UNKNOWN = new Places(Optional.empty(), Optional.empty());
    }

    private Map<ProposalNumber, Places> places(List<ProposalNumber> numbers) {
        Map<ProposalNumber, Places> found = new HashMap<>();
        jdbc.sql("SELECT number, discussion, implementation FROM proposal WHERE number IN (:numbers)")
                .param("numbers", values(numbers))
                .query(row -> {
                    found.put(
                            new ProposalNumber(row.getInt("number")),
                            new Places(
                                    Optional.ofNullable(row.getString("discussion")),
                                    Optional.ofNullable(row.getString("implementation"))));
                });
        return found;
    }

    private Map<ProposalNumber, List<Author>> authors(List<ProposalNumber> numbers) {
        Map<ProposalNumber, List<Author>> found = new HashMap<>();
        jdbc.sql("""
                        SELECT proposal, name, login FROM proposal_author
                        WHERE proposal IN (:numbers) ORDER BY proposal, position""").param("numbers", values(numbers)).query(row -> {
            found.computeIfAbsent(new ProposalNumber(row.getInt("proposal")), n -> new ArrayList<>())
                    .add(new Author(row.getString("name"), row.getString("login")));
        });
        return found;
    }

    private Map<ProposalNumber, List<StatusEntry>> history(List<ProposalNumber> numbers) {
        Map<ProposalNumber, List<StatusEntry>> found = new HashMap<>();
        jdbc.sql("""
                        SELECT proposal, status, since, source, reason, recorded_by, recorded_at FROM proposal_status
                        WHERE proposal IN (:numbers) ORDER BY proposal, position""").param("numbers", values(numbers)).query(row -> {
            found.computeIfAbsent(new ProposalNumber(row.getInt("proposal")), n -> new ArrayList<>())
                    .add(new StatusEntry(
                            Status.valueOf(row.getString("status")),
                            Utc.maybeDate(row, "since").orElse(null),
                            StatusEntry.Source.valueOf(row.getString("source")),
                            row.getString("reason"),
                            Utc.maybeLong(row, "recorded_by").orElse(null),
                            Utc.instant(row, "recorded_at")));
        });
        return found;
    }

    private static List<Integer> values(List<ProposalNumber> numbers) {
        return numbers.stream().map(ProposalNumber::value).toList();
    }
}
