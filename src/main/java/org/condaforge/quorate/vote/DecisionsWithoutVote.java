package org.condaforge.quorate.vote;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.UnknownItem;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decisions that a page leaves to each core member and asks only to be written down, such as locking a thread.
@Service
@Transactional
public class DecisionsWithoutVote {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_LINK = 1000;

    private final Policies policies;
    private final CurrentMember currentMember;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DecisionsWithoutVote(
            Policies policies,
            CurrentMember currentMember,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.policies = policies;
        this.currentMember = currentMember;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// Writes a decision down under the page's revision of today.
    ///
    /// @throws NotAllowed when nobody is signed in or the person is not an active core member
    /// @throws UnknownItem where this instance has no such policy, or the policy no such item
    /// @throws IllegalArgumentException with everything that is wrong with it, a sentence each
    public long record(DecisionWithoutVote.Draft draft) {
        MemberId by = currentMember.requireCore("record a decision");
        VotingItem item = policies.item(draft.policy(), draft.item());
        Policy policy = policies.policy(draft.policy()).orElseThrow();
        List<String> reasons = unmetBy(draft, item);
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", reasons));
        }
        Instant now = clock.instant();
        String subject = draft.subject().strip();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO decision_without_vote
                            (policy, policy_revision, item, item_title, subject, link, justification, decided_by, decided_at)
                        VALUES (:policy, :revision, :item, :title, :subject, :link, :justification, :by, :at)""")
                .param("policy", policy.name())
                .param("revision", policy.revision())
                .param("item", item.name())
                .param("title", item.title())
                .param("subject", subject)
                .param("link", draft.link().strip())
                .param("justification", written(draft, item))
                .param("by", by.number())
                .param("at", Utc.column(now))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        events.publishEvent(new Act(
                Optional.of(by),
                now,
                new Act.Subject("decision", String.valueOf(id)),
                "recorded without a vote: %s, “%s”".formatted(item.title(), subject)));
        return id;
    }

    private static List<String> unmetBy(DecisionWithoutVote.Draft draft, VotingItem item) {
        List<String> reasons = new ArrayList<>();
        if (item.rule().isPresent()) {
            reasons.add("“%s” is decided by a vote: call one.".formatted(item.title()));
        }
        if (item.classification() == Classification.SENSITIVE) {
            reasons.add("“%s” is sensitive, and this record is public.".formatted(item.title()));
        }
        String subject = draft.subject().strip();
        if (subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || subject.lines().count() > 1) {
            reasons.add("Say in one line of at most %d characters what it concerns.".formatted(LONGEST_SUBJECT));
        }
        if (!isLink(draft.link().strip())) {
            reasons.add(
                    "A link begins with https:// or http:// and has at most %,d characters.".formatted(LONGEST_LINK));
        }
        if (item.restrictions().justification() && draft.justification().isBlank()) {
            reasons.add("“%s” needs a justification.".formatted(item.title()));
        }
        List<String> asked = item.restrictions().asksFor();
        for (int i = 0; i < asked.size(); i++) {
            if (statement(draft, i).isEmpty()) {
                reasons.add("“%s” asks for: %s.".formatted(item.title(), asked.get(i)));
            }
        }
        if (written(draft, item).length() > Words.MOST) {
            reasons.add("Say it in at most %,d characters.".formatted(Words.MOST));
        }
        return reasons;
    }

    /// The justification, and a line for each thing that the item asks to state.
    private static String written(DecisionWithoutVote.Draft draft, VotingItem item) {
        List<String> lines = new ArrayList<>();
        if (!draft.justification().isBlank()) {
            lines.add(draft.justification().strip());
        }
        List<String> asked = item.restrictions().asksFor();
        for (int i = 0; i < asked.size(); i++) {
            lines.add("%s: %s".formatted(asked.get(i), statement(draft, i)));
        }
        return String.join("\n", lines);
    }

    private static String statement(DecisionWithoutVote.Draft draft, int place) {
        return place < draft.statements().size() ? draft.statements().get(place).strip() : "";
    }

    private static boolean isLink(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            URI link = new URI(text);
            return text.length() <= LONGEST_LINK
                    && Set.of("http", "https").contains(String.valueOf(link.getScheme()))
                    && link.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// The decisions under an item, newest first.
    @Transactional(readOnly = true)
    public Page<DecisionWithoutVote> list(String policy, String item, Page.Request page) {
        int total = jdbc.sql("SELECT COUNT(*) FROM decision_without_vote WHERE policy = :policy AND item = :item")
                .param("policy", policy)
                .param("item", item)
                .query(Integer.class)
                .single();
        List<DecisionWithoutVote> found = jdbc.sql("""
                        SELECT d.*, m.name AS by_name, m.login AS by_login
                        FROM decision_without_vote d JOIN member m ON m.id = d.decided_by
                        WHERE d.policy = :policy AND d.item = :item
                        ORDER BY d.decided_at DESC, d.id DESC LIMIT :size OFFSET :offset""")
                .param("policy", policy)
                .param("item", item)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, i) -> decision(row))
                .list();
        return page.of(found, total);
    }

    private static DecisionWithoutVote decision(ResultSet row) throws SQLException {
        return new DecisionWithoutVote(
                row.getLong("id"),
                row.getString("policy"),
                row.getString("policy_revision"),
                row.getString("item"),
                row.getString("item_title"),
                row.getString("subject"),
                Optional.of(row.getString("link")).filter(link -> !link.isEmpty()),
                row.getString("justification"),
                row.getString("by_name"),
                row.getString("by_login"),
                Utc.instant(row, "decided_at"));
    }
}
