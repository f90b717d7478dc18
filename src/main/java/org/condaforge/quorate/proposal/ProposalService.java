package org.condaforge.quorate.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Sha256;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Proposals: found, read from files, and moved from status to status.
@Service
@Transactional
public class ProposalService {

    /// What reading a file changed.
    public enum Change {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /// Which proposals a list holds.
    ///
    /// @param words in number, title or author; empty for any
    /// @param drift those with drift, or those without
    public record Filter(Optional<Status> status, String words, Optional<Boolean> drift) {

        /// Every proposal.
        public static final Filter ALL = new Filter(Optional.empty(), "");

        /// Those with this status and these words, with drift or without.
        public Filter(Optional<Status> status, String words) {
            this(status, words, Optional.empty());
        }
    }

    /// The greatest length of a title, and of the address of a discussion that is entered by hand, in characters.
    public static final int LONGEST = 400;

    /// The greatest number a proposal may be added under.
    public static final int GREATEST_NUMBER = 999;

    private static final String SUMMARY =
            "p.number, p.title, p.status, p.file_status, p.index_status, p.created, p.updated";

    private final Proposals proposals;
    private final DiscussionSource discussions;
    private final DriftFinder drift;
    private final CurrentMember currentMember;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProposalService(
            Proposals proposals,
            DiscussionSource discussions,
            DriftFinder drift,
            CurrentMember currentMember,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.proposals = proposals;
        this.discussions = discussions;
        this.drift = drift;
        this.currentMember = currentMember;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// A page of proposals, highest number first.
    @Transactional(readOnly = true)
    public Page<ProposalSummary> list(Filter filter, Page.Request page) {
        String where = """
                WHERE (:status IS NULL OR p.status = :status)
                  AND (:words = '' OR LOWER(p.title) LIKE :pattern OR CONCAT('cfep-', LPAD(p.number, 2, '0')) LIKE :pattern
                       OR EXISTS (SELECT 1 FROM proposal_author a
                                  WHERE a.proposal = p.number AND LOWER(a.name) LIKE :pattern))""";
        String words = filter.words().strip().toLowerCase(java.util.Locale.ROOT);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("status", filter.status().map(Status::name).orElse(null));
        parameters.put("words", words);
        parameters.put(
                "pattern", "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        where = where.replace("LIKE :pattern", "LIKE :pattern ESCAPE '!'");
        if (filter.drift().isPresent()) {
            // Drift is no column: it is found beside the rows, and the page is cut from what is left of them.
            boolean wanted = filter.drift().get();
            List<ProposalSummary> all = found(where, parameters, "").stream()
                    .filter(summary -> summary.drift().isEmpty() != wanted)
                    .toList();
            return page.of(all.stream().skip(page.offset()).limit(page.size()).toList(), all.size());
        }
        int total = jdbc.sql("SELECT COUNT(*) FROM proposal p " + where)
                .params(parameters)
                .query(Integer.class)
                .single();
        parameters.put("size", page.size());
        parameters.put("offset", page.offset());
        return page.of(found(where, parameters, " LIMIT :size OFFSET :offset"), total);
    }

    private List<ProposalSummary> found(String where, Map<String, Object> parameters, String limit) {
        Map<ProposalNumber, LocalDate> lastDiscussed = discussions.lastDiscussed();
        return complete(jdbc.sql("SELECT " + SUMMARY + " FROM proposal p " + where + " ORDER BY p.number DESC" + limit)
                .params(parameters)
                .query((row, i) -> summary(row, lastDiscussed))
                .list());
    }

    /// How many proposals have drift.
    @Transactional(readOnly = true)
    public int countDrifting() {
        return list(new Filter(Optional.empty(), "", Optional.of(true)), new Page.Request(0, 1))
                .total();
    }

    /// How many proposals have each status.
    @Transactional(readOnly = true)
    public Map<Status, Integer> countByStatus() {
        return jdbc
                .sql("SELECT status, COUNT(*) AS n FROM proposal GROUP BY status")
                .query((row, i) -> Map.entry(Status.valueOf(row.getString("status")), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Everything known of a proposal.
    @Transactional(readOnly = true)
    public Optional<ProposalDetail> detail(ProposalNumber number) {
        return proposals.findById(number.value()).map(found -> {
            List<Discussion> spoken = discussions.discussionsOf(number);
            ProposalSummary summary = new ProposalSummary(
                            number,
                            found.title(),
                            found.status(),
                            Optional.ofNullable(found.fileStatus()),
                            Optional.ofNullable(found.indexStatus()),
                            Optional.ofNullable(found.created()),
                            Optional.ofNullable(found.updated()),
                            spoken.stream().map(Discussion::date).findFirst(),
                            List.of(),
                            List.of())
                    .with(
                            found.authors().stream().map(Author::name).toList(),
                            drift.look().of(number));
            return new ProposalDetail(
                    summary,
                    found.authors(),
                    Optional.ofNullable(found.discussion()),
                    Optional.ofNullable(found.implementation()),
                    Optional.ofNullable(found.body()),
                    Optional.ofNullable(found.fileName()),
                    found.history(),
                    spoken);
        });
    }

    /// The text of the proposal's file, if a file is known.
    @Transactional(readOnly = true)
    public Optional<String> bodyOf(ProposalNumber number) {
        return jdbc.sql("SELECT body FROM proposal WHERE number = :number AND body IS NOT NULL")
                .param("number", number.value())
                .query(String.class)
                .optional();
    }

    /// Whether there is a proposal with that number.
    @Transactional(readOnly = true)
    public boolean exists(ProposalNumber number) {
        return proposals.existsById(number.value());
    }

    /// A core member sets the status by hand ("Deferred", "Implemented"), with a reason that stays in the history.
    public void setStatus(ProposalNumber number, Status status, String reason) {
        MemberId by = currentMember.requireCore("set the status of a proposal");
        String given = Words.given(reason, "Give a reason: it stays in the history of the proposal.");
        Proposal proposal = get(number);
        if (proposal.status() == status) {
            throw new IllegalArgumentException("%s is %s already.".formatted(number.label(), status.label()));
        }
        Instant now = clock.instant();
        record(proposal, status, StatusEntry.Source.HAND, given, by, now, LocalDate.now(clock));
    }

    /// A core member adds a proposal of which no file and no minutes tell. Its status follows its file once there is
    /// one.
    ///
    /// @param pullRequest the address of the pull request that makes it known
    /// @throws IllegalArgumentException with what is wrong, above all if there is such a proposal
    public void add(ProposalNumber number, String title, String pullRequest) {
        MemberId by = currentMember.requireCore("add a proposal");
        if (number.value() > GREATEST_NUMBER) {
            throw new IllegalArgumentException("Give a number from 1 to %d.".formatted(GREATEST_NUMBER));
        }
        String named = within(Words.given(title, "Give its title."), "The title");
        String address = within(
                Words.given(pullRequest, "Give the address of the pull request: it is where this is known from."),
                "The address");
        if (!address.matches("https?://[^\\s/]+/\\S+")) {
            throw new IllegalArgumentException("Give the whole address of the pull request: https://...");
        }
        Optional<Proposal> known = proposals.findById(number.value());
        if (known.isPresent()) {
            throw new IllegalArgumentException("There is a %s already: “%s”. Its page is where to add to it."
                    .formatted(number.label(), known.get().title()));
        }
        Instant now = clock.instant();
        String reason = "no file is known; " + address;
        try {
            proposals.save(Proposal.numbered(number, named)
                    .discussedAt(address)
                    .with(new StatusEntry(Status.PROPOSED, null, StatusEntry.Source.ADDED, reason, by.number(), now)));
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException(
                    "Somebody else added %s at the same moment.".formatted(number.label()), e);
        }
        events.publishEvent(new Act(
                Optional.of(by),
                now,
                new Act.Subject("proposal", String.valueOf(number.value())),
                "added %s: %s (%s)".formatted(number.label(), named, address)));
    }

    private static String within(String text, String what) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("%s has at most %d characters.".formatted(what, LONGEST));
        }
        return text;
    }

    /// A vote decided on the proposal.
    ///
    /// @param recordedAt when that went on record: at once, or years later where somebody completes a record
    public void decided(ProposalNumber number, Status status, String reason, Instant decidedAt, Instant recordedAt) {
        LocalDate since = LocalDate.ofInstant(decidedAt, ZoneOffset.UTC);
        record(get(number), status, StatusEntry.Source.VOTE, reason, null, recordedAt, since);
    }

    /// Adds a status that a member set by hand at that time: how a history is laid down.
    public void layStatus(ProposalNumber number, Status status, String reason, MemberId by, Instant at) {
        LocalDate since = LocalDate.ofInstant(at, ZoneOffset.UTC);
        record(get(number), status, StatusEntry.Source.HAND, reason.strip(), by, at, since);
    }

    private void record(
            Proposal proposal,
            Status status,
            StatusEntry.Source source,
            String reason,
            @Nullable MemberId by,
            Instant now,
            LocalDate since) {
        proposals.save(
                proposal.with(new StatusEntry(status, since, source, reason, by == null ? null : by.number(), now)));
        events.publishEvent(new Act(
                Optional.ofNullable(by),
                now,
                new Act.Subject("proposal", String.valueOf(proposal.number())),
                "%s to %s: %s".formatted(proposal.status().label(), status.label(), reason)));
    }

    /// Takes over what a CFEP file says. Reading the same file again changes nothing; what a vote or a person recorded
    /// stays.
    public Change take(CfepFile file, String fileName, String content) {
        String hash = Sha256.of(content);
        Optional<Proposal> known = proposals.findById(file.number());
        if (known.isEmpty()) {
            Proposal fresh = Proposal.numbered(new ProposalNumber(file.number()), file.title());
            proposals.save(fresh.asIn(file, fileName, hash, clock.instant()));
            return Change.NEW;
        }
        if (hash.equals(known.get().fileHash())) {
            return Change.UNCHANGED;
        }
        proposals.save(known.get().asIn(file, fileName, hash, clock.instant()));
        return Change.CHANGED;
    }

    /// Takes over which proposals the index lists as accepted; the others are not listed.
    ///
    /// @return how many proposals changed
    public int takeIndex(Map<Integer, Status> listed) {
        int changed = 0;
        for (Proposal proposal : proposals.findAll()) {
            @Nullable Status now = listed.get(proposal.number());
            if (now != proposal.indexStatus()) {
                proposals.save(proposal.listedAs(now));
                changed++;
            }
        }
        return changed;
    }

    /// Makes sure there is a proposal of that number, which minutes speak of; a known one is left as it is.
    public Change mentioned(ProposalNumber number, String title, LocalDate on) {
        return mentioned(number, title, on, Optional.empty());
    }

    /// The same, with the address of the discussion that the minutes link to. It is kept as long as no file is known
    /// and nothing names another.
    ///
    /// @return `NEW`, `CHANGED` if only the discussion was not known, or `UNCHANGED`
    public Change mentioned(ProposalNumber number, String title, LocalDate on, Optional<String> discussion) {
        if (discussion.isEmpty() && proposals.existsById(number.value())) {
            return Change.UNCHANGED;
        }
        Optional<Proposal> known = proposals.findById(number.value());
        if (known.isPresent()) {
            if (known.get().fileName() != null || known.get().discussion() != null || discussion.isEmpty()) {
                return Change.UNCHANGED;
            }
            proposals.save(known.get().discussedAt(discussion.get()));
            return Change.CHANGED;
        }
        proposals.save(Proposal.numbered(number, title)
                .discussedAt(discussion.orElse(null))
                .with(new StatusEntry(
                        Status.PROPOSED,
                        null,
                        StatusEntry.Source.MINUTES,
                        "the minutes of %s speak of it; no file is known".formatted(on),
                        null,
                        clock.instant())));
        return Change.NEW;
    }

    private Proposal get(ProposalNumber number) {
        return proposals
                .findById(number.value())
                .orElseThrow(() -> new IllegalArgumentException("There is no %s.".formatted(number.label())));
    }

    /// The same with their authors and their drift.
    private List<ProposalSummary> complete(List<ProposalSummary> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<Integer, List<String>> authors = new HashMap<>();
        jdbc.sql("SELECT proposal, name FROM proposal_author WHERE proposal IN (:numbers) ORDER BY proposal, position")
                .param("numbers", found.stream().map(s -> s.number().value()).toList())
                .query(row -> {
                    authors.computeIfAbsent(row.getInt("proposal"), n -> new ArrayList<>())
                            .add(row.getString("name"));
                });
        DriftFinder.Lookup known = drift.look();
        return found.stream()
                .map(s -> s.with(authors.getOrDefault(s.number().value(), List.of()), known.of(s.number())))
                .toList();
    }

    private static ProposalSummary summary(ResultSet row, Map<ProposalNumber, LocalDate> lastDiscussed)
            throws SQLException {
        ProposalNumber number = new ProposalNumber(row.getInt("number"));
        return new ProposalSummary(
                number,
                row.getString("title"),
                Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("file_status")),
                Optional.ofNullable(row.getString("index_status")).map(Status::valueOf),
                Utc.maybeDate(row, "created"),
                Utc.maybeDate(row, "updated"),
                Optional.ofNullable(lastDiscussed.get(number)),
                List.of(),
                List.of());
    }
}
