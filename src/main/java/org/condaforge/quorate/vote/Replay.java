package org.condaforge.quorate.vote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.vote.ReplayRun.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Counts every closed vote again by other rules: what a change of the governance document would have meant. Nothing
/// on record changes. Sensitive votes are never counted.
@Service
public class Replay {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final String ACT = "replay votes";
    private static final Duration KEPT = Duration.ofHours(1);

    private final ClosedVotes votes;
    private final MemberService members;
    private final CurrentMember currentMember;
    private final Clock clock;
    private final Cache<MemberId, ReplayRun> runs =
            Caffeine.newBuilder().expireAfterAccess(KEPT).build();

    Replay(ClosedVotes votes, MemberService members, CurrentMember currentMember, Clock clock) {
        this.votes = votes;
        this.members = members;
        this.currentMember = currentMember;
        this.clock = clock;
    }

    /// An item that closed votes were called on, with its title.
    public record VotedItem(Yardstick.Item item, String title) {}

    /// What closed votes were called on: the items that a replay can keep to. Those of sensitive votes are not among
    /// them.
    public List<VotedItem> items() {
        return votes.items();
    }

    /// Begins to count in the background. A member has one run at a time: an earlier one is stopped and forgotten.
    ///
    /// @throws NotAllowed when the person at the keyboard is no member
    public ReplayRun start(Yardstick yardstick) {
        MemberId member = currentMember.requireMember(ACT);
        ReplayRun run = new ReplayRun(yardstick);
        @Nullable ReplayRun before = runs.asMap().put(member, run);
        if (before != null) {
            before.stop();
        }
        Thread.ofVirtual().name("replay").start(() -> follow(before, run));
        return run;
    }

    /// Why the person at the keyboard cannot replay votes, a sentence; empty where they can.
    public Optional<String> refusal() {
        try {
            currentMember.requireMember(ACT);
            return Optional.empty();
        } catch (NotAllowed e) {
            return Optional.of(e.reason());
        }
    }

    /// The run of the member at the keyboard, on its way or ended within the last hour.
    public Optional<ReplayRun> mine() {
        return currentMember
                .signedIn()
                .filter(person -> person.standing().isPresent())
                .flatMap(SignedIn::member)
                .map(runs::getIfPresent);
    }

    private void follow(@Nullable ReplayRun before, ReplayRun run) {
        try {
            if (before != null) {
                before.await();
            }
            Optional<ReplayReport> report = count(run);
            run.end(report.isPresent() ? State.DONE : State.STOPPED, report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.end(State.STOPPED, Optional.empty());
        } catch (RuntimeException | Error e) {
            // Whatever happens, who waits for it is told.
            log.warn("A replay failed: {}", e.getMessage(), e);
            run.end(State.FAILED, Optional.empty());
        }
    }

    /// Counts on the thread of the caller, a chunk of votes at a time.
    ///
    /// @return what it found; empty when the run was stopped
    Optional<ReplayReport> count(ReplayRun run) {
        Yardstick yardstick = run.yardstick();
        Optional<Yardstick.Item> item = yardstick.only();
        int total = votes.count(Classification.STANDARD, item);
        int sensitive = votes.count(Classification.SENSITIVE, item);
        RosterHistory roster = new RosterHistory(yardstick.asksForStandings() ? members.standings() : Map.of());
        Set<MemberId> emeriti = yardstick.barsEmeriti() ? roster.everEmeritus() : Set.of();
        Counting counting = new Counting(yardstick, roster);
        List<ReplayedVote> counted = new ArrayList<>();
        List<ClosedVote> chunk;
        long last = 0;
        do {
            if (run.isStopped()) {
                return Optional.empty();
            }
            run.reached(counted.size(), Math.max(total, counted.size()));
            chunk = votes.after(last, item);
            Map<VoteId, List<ClosedVotes.Cast>> casts = votes.castBy(emeriti, chunk);
            for (ClosedVote vote : chunk) {
                VoteId id = vote.vote().id();
                counted.add(counting.count(vote, casts.getOrDefault(id, List.of())));
                last = id.number();
            }
        } while (chunk.size() == ClosedVotes.CHUNK);
        run.reached(counted.size(), counted.size());
        return Optional.of(new ReplayReport(yardstick, counted, sensitive, clock.instant()));
    }
}
