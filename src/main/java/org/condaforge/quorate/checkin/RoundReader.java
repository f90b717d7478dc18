package org.condaforge.quorate.checkin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rounds to read. All of it is public: answers are.
@Service
@Transactional(readOnly = true)
public class RoundReader {

    private static final int MOST = 100;

    private final RoundStore store;
    private final CheckInRules rules;
    private final Policies policies;
    private final MemberService members;
    private final VoteReader votes;
    private final CurrentMember currentMember;
    private final Clock clock;

    RoundReader(
            RoundStore store,
            CheckInRules rules,
            Policies policies,
            MemberService members,
            VoteReader votes,
            CurrentMember currentMember,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.policies = policies;
        this.members = members;
        this.votes = votes;
        this.currentMember = currentMember;
        this.clock = clock;
    }

    /// The rounds, newest first, at most 100.
    public List<Round> newest() {
        return store.newest(MOST);
    }

    /// The round with everybody who is asked and its announcements.
    public Optional<RoundDetail> detail(RoundId id) {
        return store.round(id)
                .map(round ->
                        new RoundDetail(round, store.asked(round, CheckIns.day(clock.instant())), store.notices(id)));
    }

    /// The round that waits for the answer of the person at the keyboard, or whose answer they may still
    /// change.
    public Optional<RoundDetail> forMe() {
        Instant now = clock.instant();
        return currentMember
                .signedIn()
                .filter(SignedIn::isCore)
                .flatMap(SignedIn::member)
                .flatMap(me -> store.asking(me)
                        .filter(round -> round.takesAnswersAt(now))
                        .flatMap(round -> detail(round.id()))
                        .filter(detail ->
                                detail.of(me).filter(Asked::stillAsked).isPresent()));
    }

    /// What the end of that round would do if it came now.
    public RoundPreview preview(RoundDetail detail) {
        List<VoteSummary> open = votes.list(
                        VoteReader.Filter.in(VoteState.OPEN, VoteState.OVERDUE),
                        new Page.Request(0, Page.Request.GREATEST))
                .items();
        return RoundPreview.of(detail, members.roster().active().size(), policies.all(), open);
    }

    /// When each cadence opens its next round.
    public Map<Cadence, Instant> next() {
        Instant now = clock.instant();
        return rules.cadences().stream()
                .collect(Collectors.toMap(
                        cadence -> cadence,
                        cadence -> RoundKeeper.nextDue(cadence.every(), now),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }
}
