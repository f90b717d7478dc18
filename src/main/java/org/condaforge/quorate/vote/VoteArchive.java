package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lays down votes that were called and cast before, or elsewhere, and those of which only the minutes speak. The
/// former end by the code that ends every vote, and the journal shows each act at the time it was done. Whether a
/// vote could be called like this today is not asked.
@Service
@Transactional
public class VoteArchive {

    /// A ballot as it was cast; a later one of the same member takes its place.
    public record Cast(MemberId member, Choice choice, String comment, Instant at) {}

    /// A vote as it took place.
    ///
    /// @param policy the one it was called under, whether this instance votes by it or not
    /// @param call what was voted on, and until when
    /// @param casts in the order of time
    public record Entry(Policy policy, Call call, MemberId calledBy, Instant opensAt, List<Cast> casts) {

        public Entry {
            casts = List.copyOf(casts);
            for (Cast cast : casts) {
                if (cast.at().isBefore(opensAt) || !cast.at().isBefore(call.closesAt())) {
                    throw new IllegalArgumentException("A ballot is cast while the vote is open, not at %s: %s"
                            .formatted(cast.at(), call.title()));
                }
            }
        }
    }

    private final Votes votes;
    private final Ballots ballots;
    private final VoteEnding ending;
    private final MemberService members;
    private final VoteRosters rosters;
    private final NoticeStore notices;
    private final ProposalService proposals;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    VoteArchive(
            Votes votes,
            Ballots ballots,
            VoteEnding ending,
            MemberService members,
            VoteRosters rosters,
            NoticeStore notices,
            ProposalService proposals,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.votes = votes;
        this.ballots = ballots;
        this.ending = ending;
        this.members = members;
        this.rosters = rosters;
        this.notices = notices;
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// Lays down a vote with its ballots, under the roster of the day it opened on. It stays open if its deadline
    /// has not come yet.
    ///
    /// @throws IllegalArgumentException for a sensitive item, for one that needs no vote, or for acts in the
    ///     future
    public VoteId lay(Entry entry) {
        Instant now = clock.instant();
        Call call = entry.call();
        VotingItem item = entry.policy()
                .item(call.item())
                .orElseThrow(() -> new IllegalArgumentException("There is no item " + call.item() + "."));
        if (item.classification() == Classification.SENSITIVE || item.rule().isEmpty()) {
            throw new IllegalArgumentException("“%s” has no public votes.".formatted(item.title()));
        }
        if (entry.opensAt().isAfter(now) || entry.casts().stream().anyMatch(c -> c.at().isAfter(now))) {
            throw new IllegalArgumentException("An act in the future cannot be laid down: " + call.title());
        }
        String text = call.text().isBlank()
                ? call.proposal().flatMap(proposals::bodyOf).orElse("")
                : call.text().strip();
        Roster roster = members.rosterOn(LocalDate.ofInstant(entry.opensAt(), ZoneOffset.UTC));
        Vote vote = votes.save(
                Vote.called(entry.policy(), item, call, text, Optional.of(entry.calledBy()), entry.opensAt(), roster));
        VoteId id = new VoteId(Objects.requireNonNull(vote.id()));
        rosters.keep(id, roster);
        publish(Optional.of(entry.calledBy()), entry.opensAt(), id, vote.calledWords());
        for (Cast cast : entry.casts()) {
            ballots.put(id, cast.member(), cast.choice(), cast.comment(), cast.at());
        }
        ending.catchUp(id, now);
        return id;
    }

    /// Keeps that a vote laid down here was announced.
    ///
    /// @param where the announcement can be found
    public void announced(VoteId vote, MemberId by, Channel channel, Instant at, String where) {
        notices.add(vote, channel, at, where, Optional.of(by), at);
        publish(Optional.of(by), at, vote, "recorded its announcement " + channel.label());
    }

    /// Keeps a vote that minutes speak of: it ended on that day, and nobody wrote how. One that is known already is
    /// left as it is.
    ///
    /// @return whether it is new
    public boolean expired(ProposalNumber proposal, LocalDate endedOn, String excerpt) {
        boolean known = jdbc.sql("""
                        SELECT COUNT(*) FROM vote
                        WHERE proposal = :proposal
                          AND (CAST(closes_at AS DATE) = :day
                               OR ((record_file IS NOT NULL OR recorded_by IS NOT NULL) AND closes_at BETWEEN :first AND :last))""")
                        .param("proposal", proposal.value())
                        .param("day", endedOn)
                        .param("first", endedOn.minusDays(VoteRecords.SAME_END).atStartOfDay())
                        .param(
                                "last",
                                endedOn.plusDays(VoteRecords.SAME_END + 1).atStartOfDay())
                        .query(Integer.class)
                        .single()
                > 0;
        if (known) {
            return false;
        }
        Vote saved = votes.save(new Vote(
                null,
                null,
                "Vote on %s that ended on %s".formatted(proposal.label(), endedOn),
                proposal.label(),
                proposal.value(),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Classification.STANDARD,
                excerpt,
                Sha256.of(excerpt),
                "",
                null,
                null,
                endedOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1),
                null,
                null,
                null,
                null,
                VoteState.EXPIRED));
        publish(
                Optional.empty(),
                clock.instant(),
                new VoteId(Objects.requireNonNull(saved.id())),
                "found in the minutes, ended without a recorded result");
        return true;
    }

    private void publish(Optional<MemberId> who, Instant at, VoteId vote, String what) {
        events.publishEvent(new Act(who, at, new Act.Subject("vote", String.valueOf(vote.number())), what));
    }
}
