package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
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
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
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

    /// Minutes and records differ by a few days in when they say a vote ended.
    static final int SAME_END = 7;

    private static final int LONGEST = 300;

    private static final String SET = """
            title = :title, subject = :subject, proposal = :proposal, policy = :policy, policy_revision = :revision,
            item = :item, item_title = :itemTitle, rule = :rule, emeritus_may_vote = :emeritusMayVote,
            roster = :roster, text = :text, text_hash = :hash, opens_at = :opens, closes_at = :closes,
            time_out_at = :timedOut, active = :active, emeritus = :emeritus, state = 'CLOSED', decided_at = :decided,
            outcome = :outcome, route = :route, quorum = :quorum, yes_count = :yes, no_count = :no,
            abstain_count = :abstain, record_note = :note, record_file = :file, record_hash = :hash
            """;

    private final MemberService members;
    private final ProposalService proposals;
    private final VoteReader reader;
    private final VoteEnding ending;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    VoteRecords(
            MemberService members,
            ProposalService proposals,
            VoteReader reader,
            VoteEnding ending,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.members = members;
        this.proposals = proposals;
        this.reader = reader;
        this.ending = ending;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// Takes over a record. The same file again changes nothing; a changed one changes its vote. A vote that
    /// minutes speak of, without a result and with about the same end, is this one. One that was cast or recorded
    /// here stays.
    ///
    /// @param stated one with a close date
    /// @throws IllegalArgumentException for a record without a close date
    public Change take(VoteRecordFile stated, String fileName, String content) {
        String hash = Sha256.of(content);
        record Known(long id, String hash) {}
        Optional<Known> known = jdbc.sql("SELECT id, record_hash FROM vote WHERE record_file = :file")
                .param("file", fileName)
                .query((row, i) -> new Known(row.getLong("id"), row.getString("record_hash")))
                .optional();
        if (known.filter(before -> before.hash().equals(hash)).isPresent()) {
            return Change.UNCHANGED;
        }
        if (known.isEmpty() && recordedHere(stated)) {
            return Change.UNCHANGED;
        }
        stated.proposal().ifPresent(number -> proposals.mentioned(number, stated.title(), closing(stated)));
        Map<String, @Nullable Object> values = values(stated, fileName, content, hash);
        Optional<Long> expired = known.isEmpty() ? expired(stated) : Optional.empty();
        long id = known.map(Known::id).or(() -> expired).orElseGet(() -> insert(values));
        jdbc.sql("UPDATE vote SET " + SET + " WHERE id = :id")
                .params(values)
                .param("id", id)
                .update();
        tell(new VoteId(id), stated, fileName, known.isPresent());
        return known.isPresent() || expired.isPresent() ? Change.CHANGED : Change.NEW;
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

    private Optional<Long> expired(VoteRecordFile stated) {
        return ending(stated, VoteState.EXPIRED);
    }

    private boolean recordedHere(VoteRecordFile stated) {
        return ending(stated, VoteState.CLOSED).isPresent();
    }

    /// The vote on the record's proposal that is in that state, ended about then and is not from a record.
    private Optional<Long> ending(VoteRecordFile stated, VoteState state) {
        return stated.proposal()
                .flatMap(number -> jdbc.sql("""
                        SELECT id FROM vote
                        WHERE proposal = :proposal AND state = :state AND record_file IS NULL
                          AND closes_at BETWEEN :first AND :last
                        ORDER BY closes_at LIMIT 1""")
                        .param("proposal", number.value())
                        .param("state", state.name())
                        .param("first", closing(stated).minusDays(SAME_END).atStartOfDay())
                        .param("last", closing(stated).plusDays(SAME_END + 1).atStartOfDay())
                        .query(Long.class)
                        .optional());
    }

    private Map<String, @Nullable Object> values(VoteRecordFile stated, String fileName, String content, String hash) {
        Instant closes = closes(stated);
        Instant decided = stated.timedOutAt().filter(closes::isBefore).orElse(closes);
        Optional<VotingItem> item = stated.policy().flatMap(VoteRecords::item);
        LocalDate day = LocalDate.ofInstant(stated.opensAt().orElse(closes), ZoneOffset.UTC);
        Roster roster = members.rosterOn(day);
        OptionalInt active = roster.active().isEmpty()
                ? stated.statedCoreSize()
                : OptionalInt.of(roster.active().size());
        Optional<Tally> tally = stated.yes()
                .flatMap(yes -> stated.no()
                        .map(no -> new Tally(yes, no, stated.abstain().orElse(0))));
        boolean ruled = item.isPresent() && active.isPresent();
        Optional<Assessment> assessment = ruled
                ? tally.map(cast -> Assessment.of(
                        item.get().rule().orElseThrow(),
                        new Electorate(active.getAsInt()),
                        cast,
                        evidence(stated, closes)))
                : Optional.empty();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("title", bounded(stated.title().isEmpty() ? fileName : stated.title()));
        values.put(
                "subject", bounded(stated.proposal().map(ProposalNumber::label).orElse("record: " + fileName)));
        values.put("proposal", stated.proposal().map(ProposalNumber::value).orElse(null));
        values.put("policy", ruled ? item.get().policy() : null);
        values.put("revision", ruled ? policy(item.get()).revision() : null);
        values.put("item", ruled ? item.get().name() : null);
        values.put("itemTitle", ruled ? item.get().title() : null);
        values.put("rule", ruled ? RuleNotation.write(item.get().rule().orElseThrow()) : null);
        values.put("emeritusMayVote", ruled ? policy(item.get()).emeritusMayVote() : null);
        values.put("roster", ruled ? RosterDate.OPENING.name() : null);
        values.put("text", content);
        values.put("hash", hash);
        values.put("opens", stated.opensAt().map(Utc::column).orElse(null));
        values.put("closes", Utc.column(closes));
        values.put("timedOut", stated.timedOutAt().map(Utc::column).orElse(null));
        values.put("active", ruled ? active.getAsInt() : null);
        values.put("emeritus", ruled ? roster.emeritus().size() : null);
        values.put("decided", Utc.column(decided));
        values.put("outcome", stated.outcome().orElse(Result.UNKNOWN).name());
        values.put(
                "route",
                assessment
                        .map(Assessment::outcome)
                        .filter(outcome -> stated.outcome()
                                .filter(Result.of(outcome)::equals)
                                .isPresent())
                        .flatMap(Outcome::decidedBy)
                        .map(Route::name)
                        .orElse(null));
        values.put("quorum", assessment.map(Assessment::quorum).orElse(null));
        values.put("yes", tally.map(Tally::yes).orElse(null));
        values.put("no", tally.map(Tally::no).orElse(null));
        values.put("abstain", tally.map(Tally::abstain).orElse(null));
        values.put("note", note(stated, fileName, tally));
        values.put("file", fileName);
        return values;
    }

    private static Evidence evidence(VoteRecordFile stated, Instant closes) {
        Duration planned = stated.opensAt()
                .filter(closes::isAfter)
                .map(opened -> Duration.between(opened, closes))
                .orElse(Duration.ZERO);
        return stated.timedOutAt().isPresent() ? Evidence.timeOutMet(planned) : Evidence.atEndOf(planned);
    }

    /// Where the vote is known from and, where that differs, how the record computes and how the rules do.
    private static String note(VoteRecordFile stated, String fileName, Optional<Tally> tally) {
        StringBuilder note = new StringBuilder("the record ").append(fileName);
        stated.url().ifPresent(url -> note.append(", ").append(url));
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
    private static Optional<VotingItem> item(String policy) {
        List<String> words = words(policy);
        List<VotingItem> found = Policies.shipped().stream()
                .filter(page -> page.name().equals("conda-forge"))
                .flatMap(page -> page.items().stream())
                .filter(item -> item.classification() == Classification.STANDARD
                        && item.rule().isPresent())
                .filter(item -> words(item.name()).containsAll(words)
                        || words(item.title()).containsAll(words))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Policy policy(VotingItem item) {
        return Policies.shipped().stream()
                .filter(page -> page.name().equals(item.policy()))
                .findFirst()
                .orElseThrow();
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
