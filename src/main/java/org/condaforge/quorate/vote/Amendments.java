package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.condaforge.quorate.vote.CalledVote.Amendment.What;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What may be changed of a vote that takes ballots: its question and its links are corrected, its deadline is moved to
/// a later one. The text, the item and the rule stay; for them a vote is withdrawn and called again. Each act is one
/// transaction; a deadlock or lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class Amendments {

    /// What to do about everything that is not changed while people vote.
    public static final String CALL_AGAIN =
            "The text, the kind of decision and a shorter period are never changed while people vote:"
                    + " withdraw the vote and call it again.";

    private static final Duration LONGEST = Duration.ofDays(366);

    private final VoteReader reader;
    private final CallReader calls;
    private final CallStore store;
    private final Callers callers;
    private final Policies policies;
    private final VoteActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Amendments(
            VoteReader reader,
            CallReader calls,
            CallStore store,
            Callers callers,
            Policies policies,
            VoteActs acts,
            JdbcClient jdbc,
            Clock clock) {
        this.reader = reader;
        this.calls = calls;
        this.store = store;
        this.callers = callers;
        this.policies = policies;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What a vote is called and where its text stands and is discussed.
    public record Heading(String title, String textLink, String discussion) {

        public Heading {
            title = title.strip();
            textLink = textLink.strip();
            discussion = discussion.strip();
        }
    }

    /// Corrects the question or the links of a vote that takes ballots. Old and new stay on record.
    ///
    /// @throws NotAllowed when the person neither called it nor is a secretary, or it takes no more ballots
    /// @throws IllegalArgumentException with a sentence, for words that cannot be, or where nothing differs
    public void correct(VoteId id, Heading heading, String reason) {
        VoteSummary vote = vote(id);
        Actor by = keeper(id, "correct it");
        if (!ContentLinter.isTitle(heading.title())) {
            throw new IllegalArgumentException(
                    "Give the question in one line of at most %d characters.".formatted(ContentLinter.LONGEST_TITLE));
        }
        if (!Links.allow(heading.textLink()) || !Links.allow(heading.discussion())) {
            throw new IllegalArgumentException("A link that cannot be: " + Links.FORM + ".");
        }
        String why = words(reason);
        Instant now = clock.instant();
        lock(id, now);
        CalledVote called = calls.of(vote).orElseThrow(() -> new NotAllowed("It was not called here."));
        boolean any = false;
        if (!heading.title().equals(vote.title())) {
            title(vote, heading.title());
            keep(id, What.TITLE, vote.title(), heading.title(), why, by, now);
            acts.tell(
                    vote, by.member(), now, by.did(said("corrected the question", vote.title(), heading.title(), why)));
            any = true;
        }
        any |= link(vote, What.TEXT_LINK, called.source().link(), heading.textLink(), why, by, now);
        any |= link(vote, What.DISCUSSION, called.discussion(), heading.discussion(), why, by, now);
        if (!any) {
            throw new IllegalArgumentException("Nothing is different from what is on record.");
        }
    }

    private static String said(String what, String old, String given, String why) {
        return "%s from “%s” to “%s”%s".formatted(what, old, given, why.isEmpty() ? "" : ": " + why);
    }

    /// Whoever casts, closes or withdraws at the same moment waits, or was first.
    private void lock(VoteId id, Instant now) {
        int open = jdbc.sql("UPDATE vote SET casts = casts WHERE id = :id AND " + CallStore.TAKES_BALLOTS)
                .param("id", id.number())
                .param("now", Utc.column(now))
                .update();
        if (open == 0) {
            throw new NotAllowed("The vote takes no more ballots: what it was called stays on record as it is.");
        }
    }

    private void title(VoteSummary vote, String title) {
        // The subject of a vote on a question follows the question.
        String old = Vote.subject(vote.terms().orElseThrow().item(), vote.title());
        String subject = Vote.subject(vote.terms().orElseThrow().item(), title);
        try {
            jdbc.sql("""
                            UPDATE vote SET title = :title,
                                   subject = CASE WHEN subject = :old THEN :subject ELSE subject END
                            WHERE id = :id""")
                    .param("title", title)
                    .param("old", old)
                    .param("subject", subject)
                    .param("id", vote.id().number())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException("Another active vote asks exactly this: keep the question apart.", e);
        }
    }

    private boolean link(VoteSummary vote, What what, String old, String given, String why, Actor by, Instant now) {
        if (old.equals(given)) {
            return false;
        }
        String column = what == What.TEXT_LINK ? "text_link" : "discussion";
        jdbc.sql("""
                        INSERT INTO vote_call (vote_id, text_link, text_revision, discussion)
                        VALUES (:id, :link, '', :discussion)
                        ON DUPLICATE KEY UPDATE %1$s = VALUES(%1$s)""".formatted(column))
                .param("id", vote.id().number())
                .param("link", what == What.TEXT_LINK ? given : "")
                .param("discussion", what == What.DISCUSSION ? given : "")
                .update();
        keep(vote.id(), what, old, given, why, by, now);
        String named = what == What.TEXT_LINK ? "corrected where the text stands" : "corrected where it is discussed";
        acts.tell(vote, by.member(), now, by.did(said(named, old, given, why)));
        return true;
    }

    /// Moves the deadline of an open vote to a later one. The period it was planned for stays what it was.
    ///
    /// @throws NotAllowed when the person neither called it nor is a secretary, or its deadline has passed
    /// @throws IllegalArgumentException with a sentence, for a deadline that is not later, or of another form
    public void extend(VoteId id, Instant until, String reason) {
        VoteSummary vote = vote(id);
        Actor by = keeper(id, "extend it");
        if (!until.isAfter(vote.closesAt())) {
            throw new IllegalArgumentException(
                    "An extension ends later than %s. %s".formatted(CallWords.moment(vote.closesAt()), CALL_AGAIN));
        }
        Deadline form = form(vote);
        if (!form.allows(until)) {
            throw new IllegalArgumentException(
                    "Under this policy the deadline is the end of a date anywhere on Earth (12:00 UTC on the day after).");
        }
        Instant now = clock.instant();
        if (until.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException("An extension ends within a year.");
        }
        String why = Words.given(reason, "Say why it is open for longer: it is announced with the new deadline.");
        // As it was read: whoever extended it meanwhile was first, and so was a close.
        int changed = jdbc.sql("""
                        UPDATE vote SET planned_until = COALESCE(planned_until, closes_at), closes_at = :until
                        WHERE id = :id AND state = 'OPEN' AND closes_at > :now AND closes_at = :old""")
                .param("id", id.number())
                .param("until", Utc.column(until))
                .param("now", Utc.column(now))
                .param("old", Utc.column(vote.closesAt()))
                .update();
        if (changed == 0) {
            throw new NotAllowed(
                    "The deadline was not moved: the vote has ended, or somebody else moved it. Look at it again.");
        }
        Instant kept = until.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        keep(id, What.DEADLINE, vote.closesAt().toString(), kept.toString(), why, by, now);
        acts.tell(
                vote,
                by.member(),
                now,
                by.did("extended the vote from %s to %s: %s"
                        .formatted(CallWords.moment(vote.closesAt()), CallWords.deadline(form, kept), why)));
    }

    /// In which form the deadline of that vote is set.
    @Transactional(readOnly = true)
    public Deadline form(VoteSummary vote) {
        return vote.terms()
                .flatMap(terms -> policies.known(terms.policy()))
                .map(Policy::deadline)
                .orElse(Deadline.INSTANT);
    }

    private VoteSummary vote(VoteId id) {
        return reader.summary(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no vote " + id.number() + "."));
    }

    private Actor keeper(VoteId id, String act) {
        Actor actor = callers.signedIn(act);
        boolean secretary = callers.person().filter(SignedIn::isSecretary).isPresent();
        if (!secretary && !store.isCaller(id, actor)) {
            throw new NotAllowed("Only who called a vote, or a secretary, may %s.".formatted(act));
        }
        return actor;
    }

    private static String words(String reason) {
        return reason.isBlank() ? "" : Words.given(reason, "");
    }

    private void keep(VoteId id, What what, String old, String given, String why, Actor by, Instant now) {
        jdbc.sql("""
                        INSERT INTO vote_amendment (vote_id, what, old_value, new_value, reason, amended_by,
                                                    amended_login, amended_at)
                        VALUES (:vote, :what, :old, :given, :why, :by, :login, :now)""")
                .param("vote", id.number())
                .param("what", what.name())
                .param("old", old)
                .param("given", given)
                .param("why", why)
                .param("by", by.member().map(MemberId::number).orElse(null))
                .param("login", by.login())
                .param("now", Utc.column(now))
                .update();
    }
}
