package org.condaforge.quorate.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The words of proposals, many at a time: what a full-text search reads.
@Service
@Transactional(readOnly = true)
public class ProposalTexts {

    /// The words of one proposal.
    ///
    /// @param authors names and logins as its file writes them
    /// @param body Markdown; empty where no file is known
    public record Text(
            ProposalNumber number, String title, Optional<LocalDate> date, List<String> authors, String body) {}

    private final JdbcClient jdbc;

    ProposalTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A mark for each proposal; it differs once the words differ.
    public Map<ProposalNumber, String> marks() {
        Map<ProposalNumber, String> marks = new HashMap<>();
        jdbc.sql("SELECT number, version, file_hash, title FROM proposal").query(row -> {
            marks.put(
                    new ProposalNumber(row.getInt("number")),
                    row.getLong("version") + " " + row.getString("file_hash") + " " + row.getString("title"));
        });
        return marks;
    }

    /// The words of these proposals, by number.
    public List<Text> of(Collection<ProposalNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Integer> asked = numbers.stream().map(ProposalNumber::value).toList();
        Map<Integer, List<String>> authors = new HashMap<>();
        jdbc.sql("SELECT proposal, name, login FROM proposal_author WHERE proposal IN (:numbers)")
                .param("numbers", asked)
                .query(row -> {
                    List<String> names = authors.computeIfAbsent(row.getInt("proposal"), n -> new ArrayList<>());
                    names.add(row.getString("name"));
                    Optional.ofNullable(row.getString("login")).ifPresent(names::add);
                });
        return jdbc.sql("""
                        SELECT number, title, created, updated, body FROM proposal
                        WHERE number IN (:numbers) ORDER BY number""")
                .param("numbers", asked)
                .query((row, i) -> text(row, authors.getOrDefault(row.getInt("number"), List.of())))
                .list();
    }

    private static Text text(ResultSet row, List<String> authors) throws SQLException {
        Optional<LocalDate> created = Utc.maybeDate(row, "created");
        return new Text(
                new ProposalNumber(row.getInt("number")),
                row.getString("title"),
                created.isPresent() ? created : Utc.maybeDate(row, "updated"),
                authors,
                Optional.ofNullable(row.getString("body")).orElse(""));
    }
}
