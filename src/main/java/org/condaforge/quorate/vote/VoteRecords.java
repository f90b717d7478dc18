package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Sha256;
import org.condaforge.quorate.store.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes over the records of votes that took place elsewhere, as closed votes with totals and no ballots. What a record
/// says became of its vote stays as it says; what the rules make of the same totals shows in the recount.
@Service
@Transactional
public class VoteRecords {

    /// What reading a record changed.
    public enum Change {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /// What came of a record.
    ///
    /// @param contradiction how it contradicts a vote that is recorded here, a sentence
    public record Taken(Change change, Optional<String> contradiction) {

        private static Taken of(Change change) {
            return new Taken(change, Optional.empty());
        }
    }

    /// Minutes and records differ by a few days in when they say a vote ended.
    static final int SAME_END = 7;

    private static final int LONGEST = 300;

    /// The policy whose items the files of records are read by. They come from the repository of conda-forge, name an
    /// item of its governance page in words ("the CFEP Approval policy"), and no page and no revision. Whether this
    /// instance votes by that page does not matter: it is looked up among all that are known.
    static final String POLICY_OF_RECORDS = "conda-forge";

    private static final String SET = """
            title = :title, subject = :subject, proposal = :proposal, policy = :policy, policy_revision = :revision,
            item = :item, item_title = :itemTitle, rule = :rule, emeritus_may_vote = :emeritusMayVote,
            roster = :roster, text = :text, text_hash = :hash, opens_at = :opens, closes_at = :closes,
            time_out_at = :timedOut, active = :active, emeritus = :emeritus, state = 'CLOSED', decided_at = :decided,
            outcome = :outcome, route = :route, quorum = :quorum, yes_count = :yes, no_count = :no,
            abstain_count = :abstain, record_note = :note, record_file = :file, record_hash = :hash
            """;

    /// What the tally of a record is counted by.
    ///
    /// @param active as it was when it was first counted; empty for a record that was not yet
    private record Basis(
            String policy,
            String revision,
            String item,
            String itemTitle,
            Rule rule,
            boolean emeritusMayVote,
            RosterDate roster,
            OptionalInt active) {

        static Basis of(Policy policy, VotingItem item) {
            return new Basis(
                    policy.name(),
                    policy.revision(),
                    item.name(),
                    item.title(),
                    item.rule().orElseThrow(),
                    policy.emeritusMayVote(),
                    policy.roster(),
                    OptionalInt.empty());
        }

        /// The terms of a vote that is counted by it.
        VoteSummary.Terms terms(int active, int emeritus) {
            return new VoteSummary.Terms(
                    policy,
                    revision,
                    item,
                    itemTitle,
                    rule,
                    emeritusMayVote,
                    active,
                    emeritus,
                    roster,
                    VoteSummary.Terms.quorum(rule, active));
        }
    }

    private final Policies policies;
    private final MemberService members;
    private final ProposalService proposals;
    private final VoteReader reader;
    private final VoteEnding ending;
    private final PresentationStore presentations;
    private final OtherRecords others;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    VoteRecords(
            Policies policies,
            MemberService members,
            ProposalService proposals,
            VoteReader reader,
            VoteEnding ending,
            PresentationStore presentations,
            OtherRecords others,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.policies = policies;
        this.members = members;
        this.proposals = proposals;
        this.reader = reader;
        this.ending = ending;
        this.presentations = presentations;
        this.others = others;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// Takes over a record. The same file again changes nothing; a changed one changes its vote, which stays counted by
    /// the rule and the page revision it was first counted by unless the file names another policy. A vote that
    /// minutes speak of, without a result and with about the same end, is this one. One that was cast or recorded
    /// here stays; where the record contradicts it, that is kept and told.
    ///
    /// @param stated one with a close date
    /// @throws IllegalArgumentException for a record without a close date
    public Taken take(VoteRecordFile stated, String fileName, String content) {
        String hash = Sha256.of(content);
        record Known(long id, String hash) {}
        Optional<Known> known = jdbc.sql("SELECT id, record_hash FROM vote WHERE record_file = :file")
                .param("file", fileName)
                .query((row, i) -> new Known(row.getLong("id"), row.getString("record_hash")))
                .optional();
        if (known.filter(before -> before.hash().equals(hash)).isPresent()) {
            presentations.recorded(new VoteId(known.get().id()), fileName, stated.presentedAt());
            return Taken.of(Change.UNCHANGED);
        }
        Optional<VoteSummary> here = known.isEmpty() ? recordedHere(stated, fileName) : Optional.empty();
        if (here.isPresent()) {
            presentations.recorded(here.get().id(), fileName, stated.presentedAt());
            return new Taken(
                    Change.UNCHANGED,
                    others.keep(here.get(), fileName, stated.outcome().orElse(Result.UNKNOWN), tally(stated)));
        }
        stated.proposal().ifPresent(number -> proposals.mentioned(number, stated.title(), closing(stated)));
        Optional<Long> expired = known.isEmpty() ? expired(stated) : Optional.empty();
        Optional<Basis> basis = known.map(Known::id)
                .or(() -> expired)
                .flatMap(before -> kept(before, stated))
                .or(() -> stated.policy().flatMap(this::basis));
        Map<String, @Nullable Object> values = values(stated, basis, fileName, content, hash);
        long id = known.map(Known::id).or(() -> expired).orElseGet(() -> insert(values));
        jdbc.sql("UPDATE vote SET " + SET + " WHERE id = :id")
                .params(values)
                .param("id", id)
                .update();
        presentations.recorded(new VoteId(id), fileName, stated.presentedAt());
        tell(new VoteId(id), stated, fileName, known.isPresent());
        return Taken.of(known.isPresent() || expired.isPresent() ? Change.CHANGED : Change.NEW);
    }

    /// A row that the update then fills.
    private long insert(Map<String, @Nullable Object> values) {
        jdbc.sql("""
                        INSERT INTO vote (version, title, subject, no_needs_comment, classification, text, text_hash,
                                          justification, closes_at, state, record_file)
                        VALUES (0, :title, :subject, FALSE, :classification, '', :hash, '', :closes, 'EXPIRED', :file)""")
                .params(values)
                .param("classification", Classification.STANDARD.name())
                .update();
        return jdbc.sql("SELECT id FROM vote WHERE record_file = :file")
                .param("file", values.get("file"))
                .query(Long.class)
                .single();
    }

    /// The vote on the record's proposal that minutes leave without a result and that ended about then.
    private Optional<Long> expired(VoteRecordFile stated) {
        return ended(stated, List.of(VoteState.EXPIRED)).stream()
                .filter(row -> row.proposal().isPresent())
                .map(Row::id)
                .findFirst();
    }

    /// The vote of this record, if it was cast or recorded here: the file spoke of it before; or it is on the same
    /// proposal, or on no proposal with the same title or address, and ended about then.
    private Optional<VoteSummary> recordedHere(VoteRecordFile stated, String fileName) {
        return others.of(fileName)
                .or(() -> ended(stated, List.of(VoteState.CLOSED, VoteState.OVERDUE)).stream()
                        .filter(row -> row.proposal().isPresent() || row.isAbout(stated))
                        .map(row -> new VoteId(row.id()))
                        .findFirst())
                .flatMap(reader::summary);
    }

    private record Row(long id, Optional<Integer> proposal, String title, String words) {

        /// Whether it has the title of the record, or names its address.
        boolean isAbout(VoteRecordFile stated) {
            return title.equalsIgnoreCase(stated.title())
                    || stated.url()
                            .map(url -> Pattern.compile(Pattern.quote(url) + "(?![\\w/-])"))
                            .filter(url -> url.matcher(words).find())
                            .isPresent();
        }
    }

    /// The standard votes on the record's proposal, or on none where it has none, that are in one of these states,
    /// ended about then and are not from a record; the one that ended first at the front.
    private List<Row> ended(VoteRecordFile stated, List<VoteState> states) {
        return jdbc.sql("""
                        SELECT id, proposal, title, text, record_note FROM vote
                        WHERE (proposal = :proposal OR (:proposal IS NULL AND proposal IS NULL))
                          AND state IN (:states) AND classification = 'STANDARD' AND record_file IS NULL
                          AND closes_at >= :first AND closes_at < :last
                        ORDER BY closes_at, id""")
                .param("proposal", stated.proposal().map(ProposalNumber::value).orElse(null))
                .param("states", states.stream().map(VoteState::name).toList())
                .param("first", closing(stated).minusDays(SAME_END).atStartOfDay())
                .param("last", closing(stated).plusDays(SAME_END + 1).atStartOfDay())
                .query((row, i) -> new Row(
                        row.getLong("id"),
                        Utc.maybeInt(row, "proposal"),
                        row.getString("title"),
                        row.getString("text") + " " + row.getString("record_note")))
                .list();
    }

    private static Optional<Tally> tally(VoteRecordFile stated) {
        return stated.yes()
                .flatMap(yes -> stated.no()
                        .map(no -> new Tally(yes, no, stated.abstain().orElse(0))));
    }

    /// What a vote is counted by already, as long as its file does not name another policy than before.
    private Optional<Basis> kept(long id, VoteRecordFile stated) {
        record Kept(Basis page, String text) {}
        return jdbc.sql("""
                        SELECT policy, policy_revision, item, item_title, rule, emeritus_may_vote, roster, active, text
                        FROM vote WHERE id = :id AND rule IS NOT NULL""")
                .param("id", id)
                .query((row, i) -> new Kept(
                        new Basis(
                                row.getString("policy"),
                                row.getString("policy_revision"),
                                row.getString("item"),
                                row.getString("item_title"),
                                RuleNotation.read(row.getString("rule")),
                                row.getBoolean("emeritus_may_vote"),
                                RosterDate.valueOf(row.getString("roster")),
                                OptionalInt.of(row.getInt("active"))),
                        row.getString("text")))
                .optional()
                .filter(before -> VoteRecordFile.parse(before.text()).policy().equals(stated.policy()))
                .map(Kept::page);
    }

    private Map<String, @Nullable Object> values(
            VoteRecordFile stated, Optional<Basis> named, String fileName, String content, String hash) {
        Instant closes = closes(stated);
        Instant decided = stated.timedOutAt().filter(closes::isBefore).orElse(closes);
        Roster roster = members.rosterOn(LocalDate.ofInstant(
                named.filter(page -> page.roster() == RosterDate.CLOSING).isPresent()
                        ? decided
                        : stated.opensAt().orElse(closes),
                ZoneOffset.UTC));
        OptionalInt active = roster.active().isEmpty()
                ? firstOf(stated.statedCoreSize(), named.map(Basis::active).orElse(OptionalInt.empty()))
                : OptionalInt.of(roster.active().size());
        Optional<Basis> by = named.filter(page -> active.isPresent());
        Optional<Tally> tally = tally(stated);
        PastCount count = PastCount.of(
                by.map(page -> page.terms(active.getAsInt(), roster.emeritus().size())),
                tally,
                PastCount.evidence(stated.opensAt(), closes, stated.timedOutAt().isPresent()),
                stated.outcome().orElse(Result.UNKNOWN));
        Map<String, @Nullable Object> values = new HashMap<>(count.columns());
        values.put("title", bounded(stated.title().isEmpty() ? fileName : stated.title()));
        values.put(
                "subject", bounded(stated.proposal().map(ProposalNumber::label).orElse("record: " + fileName)));
        values.put("proposal", stated.proposal().map(ProposalNumber::value).orElse(null));
        values.put("text", content);
        values.put("hash", hash);
        values.put("opens", stated.opensAt().map(Utc::column).orElse(null));
        values.put("closes", Utc.column(closes));
        values.put("timedOut", stated.timedOutAt().map(Utc::column).orElse(null));
        values.put("decided", Utc.column(decided));
        values.put("note", note(stated, fileName, tally, count.assessment().flatMap(counted -> by)));
        values.put("file", fileName);
        return values;
    }

    private static OptionalInt firstOf(OptionalInt one, OptionalInt other) {
        return one.isPresent() ? one : other;
    }

    /// Where the vote is known from, what it was counted by and, where that differs, how the record computes
    /// and how the rules do.
    private static String note(VoteRecordFile stated, String fileName, Optional<Tally> tally, Optional<Basis> counted) {
        StringBuilder note = new StringBuilder("the record ").append(fileName);
        stated.url().ifPresent(url -> note.append(", ").append(url));
        counted.ifPresent(by -> note.append("; counted by the page %s of %s".formatted(by.policy(), by.revision())));
        note.append('.');
        stated.share().ifPresent(share -> {
            boolean same = tally.filter(cast -> share.part() == cast.yes() && share.whole() == cast.decisive())
                    .isPresent();
            if (!same) {
                note.append(" It computes ").append(share.text());
                tally.ifPresent(cast -> note.append(
                        "; by the rules %d of %d who said yes or no said yes".formatted(cast.yes(), cast.decisive())));
                note.append('.');
            }
        });
        return note.toString();
    }

    /// The item that a record's words for its policy name: all of them stand in the item's name or in its title.
    private Optional<Basis> basis(String named) {
        List<String> words = words(named);
        return policies.known(POLICY_OF_RECORDS).flatMap(policy -> {
            List<VotingItem> found = policy.items().stream()
                    .filter(item -> item.classification() == Classification.STANDARD
                            && item.rule().isPresent())
                    .filter(item -> words(item.name()).containsAll(words)
                            || words(item.title()).containsAll(words))
                    .toList();
            return found.size() == 1 ? Optional.of(Basis.of(policy, found.getFirst())) : Optional.empty();
        });
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void tell(VoteId id, VoteRecordFile stated, String fileName, boolean again) {
        VoteSummary vote = reader.summary(id).orElseThrow();
        Instant now = clock.instant();
        events.publishEvent(new Act(
                Optional.empty(),
                now,
                new Act.Subject("vote", String.valueOf(id.number())),
                "%s from the record %s: %s"
                        .formatted(
                                again ? "read again" : "taken over",
                                fileName,
                                stated.outcome().orElse(Result.UNKNOWN).label())));
        if (!again) {
            ending.tellProposal(
                    vote,
                    stated.outcome().orElse(Result.UNKNOWN),
                    vote.decidedAt().orElse(now),
                    now);
        }
    }

    private static Instant closes(VoteRecordFile stated) {
        return stated.closesAt()
                .or(stated::opensAt)
                .orElseThrow(() -> new IllegalArgumentException("The record has no close date."));
    }

    private static LocalDate closing(VoteRecordFile stated) {
        return LocalDate.ofInstant(closes(stated), ZoneOffset.UTC);
    }

    private static String bounded(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
