package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.store.Utc;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The announcements of votes on chat and by mail, which a time-out asks for. Core members record by hand what they
/// sent.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class VoteNotices {

    private static final int LONGEST_NOTE = 1_000;

    private final NoticeStore store;
    private final VoteReader reader;
    private final CurrentMember currentMember;
    private final VoteActs acts;
    private final EvidenceHold hold;
    private final Clock clock;

    VoteNotices(
            NoticeStore store,
            VoteReader reader,
            CurrentMember currentMember,
            VoteActs acts,
            EvidenceHold hold,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.currentMember = currentMember;
        this.acts = acts;
        this.hold = hold;
        this.clock = clock;
    }

    /// The announcements of that vote, oldest first; of a sensitive one only for members of core.
    @Transactional(readOnly = true)
    public List<VoteNotice> of(VoteId id) {
        boolean told = reader.summary(id)
                .filter(vote -> vote.isPublic()
                        || currentMember.signedIn().flatMap(SignedIn::member).isPresent())
                .isPresent();
        return told ? store.of(id) : List.of();
    }

    /// A core member records that the vote was announced.
    ///
    /// @param note a link to the announcement, or where it can be found
    /// @throws NotAllowed when the person at the keyboard is no active core member, or the vote has ended
    ///     or reached its end
    /// @throws IllegalArgumentException with the reason why that announcement cannot be
    public void record(VoteId id, Channel channel, Instant sentAt, String note) {
        MemberId by = currentMember.requireCore("record the announcement of a vote");
        add(id, channel, sentAt, note, Optional.of(by));
    }

    /// The application records what it sent itself. Asks nobody who they are: for the module that sends.
    ///
    /// @throws NotAllowed when the vote has ended
    /// @throws IllegalArgumentException with the reason why that announcement cannot be
    void sent(VoteId id, Channel channel, Instant sentAt, String note) {
        add(id, channel, sentAt, note, Optional.empty());
    }

    private void add(VoteId id, Channel channel, Instant sentAt, String note, Optional<MemberId> by) {
        Instant now = clock.instant();
        EvidenceHold.Held held = held(id);
        VoteSummary vote = held.vote();
        String words = note.strip();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Give a link to the announcement, or say where it can be found.");
        }
        if (words.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "Say where it can be found in at most %,d characters.".formatted(LONGEST_NOTE));
        }
        if (sentAt.isAfter(now)) {
            throw new IllegalArgumentException("The announcement is still to come: record it once it is sent.");
        }
        Instant opened = vote.opensAt().orElseThrow();
        if (sentAt.isBefore(opened)) {
            throw new IllegalArgumentException("The announcement was sent before the vote opened on %s."
                    .formatted(opened.truncatedTo(ChronoUnit.SECONDS)));
        }
        boolean ended = vote.state() != VoteState.OVERDUE || vote.timeOutAt().isPresent();
        if (ended && !sentAt.isBefore(vote.endsAt())) {
            throw new IllegalArgumentException("The announcement was sent after the vote took its last ballot on %s."
                    .formatted(vote.endsAt().truncatedTo(ChronoUnit.SECONDS)));
        }
        boolean known = store.of(id).stream()
                .anyMatch(notice -> notice.channel() == channel
                        && Utc.column(notice.sentAt()).equals(Utc.column(sentAt)));
        if (known) {
            throw new IllegalArgumentException("That announcement is on record already.");
        }
        held.requireChangeable(now);
        store.add(id, channel, sentAt, words, by, now);
        acts.tell(vote, by, now, "recorded its announcement %s of %s".formatted(channel.label(), moment(sentAt)));
    }

    /// A core member takes back an announcement that was wrong. It stays in the database and counts no more.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member, or the vote has ended
    /// @throws IllegalArgumentException when it has no such announcement
    public void takeBack(VoteId id, long notice) {
        MemberId by = currentMember.requireCore("take back the announcement of a vote");
        Instant now = clock.instant();
        EvidenceHold.Held held = held(id);
        held.requireChangeable(now);
        VoteNotice known = store.of(id).stream()
                .filter(one -> one.id() == notice)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This vote has no such announcement."));
        store.takeBack(id, notice, by, now);
        acts.tell(
                held.vote(),
                Optional.of(by),
                now,
                "took back its announcement %s of %s".formatted(known.channel().label(), moment(known.sentAt())));
    }

    /// The vote, which has not ended, with its row held.
    private EvidenceHold.Held held(VoteId id) {
        EvidenceHold.Held held = hold.held(id);
        if (!held.vote().takesBallots()) {
            throw new NotAllowed("The vote is %s: what counted for it stays as it was."
                    .formatted(held.vote().state().label()));
        }
        return held;
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ').replace(":00Z", " UTC");
    }
}
