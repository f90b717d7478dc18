package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.proposal.DiscussionSource;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where proposals were discussed, as the minutes tell.
@Component
class MinutesDiscussions implements DiscussionSource {

    private final JdbcClient jdbc;

    MinutesDiscussions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ProposalNumber, List<Discussion>> discussionsOf(Collection<ProposalNumber> numbers) {
        Map<ProposalNumber, List<Discussion>> found = new HashMap<>();
        if (numbers.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT n.proposal, n.meeting, m.title, n.item, n.excerpt
                        FROM meeting_mention n JOIN meeting m ON m.held_on = n.meeting
                        WHERE n.proposal IN (:numbers) ORDER BY n.meeting DESC, n.position""")
                .param("numbers", numbers.stream().map(ProposalNumber::value).toList())
                .query(row -> {
                    found.computeIfAbsent(new ProposalNumber(row.getInt("proposal")), n -> new ArrayList<>())
                            .add(new Discussion(
                                    row.getObject("meeting", LocalDate.class),
                                    row.getString("title"),
                                    row.getString("item"),
                                    row.getString("excerpt")));
                });
        return found;
    }

    @Override
    public Map<ProposalNumber, LocalDate> lastDiscussed() {
        return jdbc
                .sql(
                        "SELECT proposal, MAX(meeting) AS last_on FROM meeting_mention WHERE proposal > 0 GROUP BY proposal")
                .query((row, i) -> Map.entry(
                        new ProposalNumber(row.getInt("proposal")), row.getObject("last_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
