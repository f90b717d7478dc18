package org.condaforge.quorate.member;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.AccessTask.State;
import org.condaforge.quorate.member.AccessTask.What;
import org.condaforge.quorate.store.Words;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is to be revoked from members who are no longer active and to be given to those who are again: opened by the
/// change of their standing, worked through by secretaries. Who ended an item, and when, stays with it.
@Service
@Transactional
@EnableConfigurationProperties(AccessProperties.class)
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class AccessChecklist {

    private static final String ACT = "work on the access list";

    /// How much is overdue, without what and whose.
    public record Overdue(int items, int members) {}

    private final AccessStore store;
    private final AccessTasks tasks;
    private final AccessProperties properties;
    private final CurrentMember currentMember;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccessChecklist(
            AccessStore store,
            AccessTasks tasks,
            AccessProperties properties,
            CurrentMember currentMember,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.tasks = tasks;
        this.properties = properties;
        this.currentMember = currentMember;
        this.clock = clock;
        this.events = events;
    }

    /// The open items, the oldest first, those of a member together.
    ///
    /// @throws NotAllowed when no secretary asks
    @Transactional(readOnly = true)
    public List<AccessTask> open() {
        currentMember.requireSecretary(ACT);
        return tasks.open(overdueBefore());
    }

    /// The items that ended last, at most `most`.
    ///
    /// @throws NotAllowed when no secretary asks
    @Transactional(readOnly = true)
    public List<AccessTask> ended(int most) {
        currentMember.requireSecretary(ACT);
        return tasks.ended(most, overdueBefore());
    }

    /// How much is overdue: for agendas, which are public.
    @Transactional(readOnly = true)
    public Overdue overdue() {
        return tasks.overdue(overdueBefore());
    }

    /// Records that an item is done: that the access was revoked, or given.
    ///
    /// @throws NotAllowed when no secretary asks
    /// @throws AccessRefused where there is no such item, or it ended before: how, by whom and when
    public void done(AccessTask.Id id) {
        String by = currentMember.requireSecretary(ACT).login();
        Instant now = clock.instant();
        AccessTask task = end(id, State.DONE, by, now, "");
        if (task.what() == What.REVOKE) {
            store.revoke(task.system(), task.member().id(), by, now);
        } else {
            try {
                store.give(task.system(), task.member().id(), Optional.of(Days.of(now)), by, now);
            } catch (DuplicateKeyException e) {
                throw new AccessRefused(
                        "%s holds access to %s already.".formatted(task.member().login(), task.systemName()));
            }
        }
        tell(task, task.what() == What.REVOKE ? "recorded that access was revoked" : "recorded that access was given");
    }

    /// Ends an item that needs not be done; what the member holds stays as it is.
    ///
    /// @param why is shown beside it
    /// @throws NotAllowed when no secretary asks
    /// @throws AccessRefused where there is no such item, or it ended before: how, by whom and when
    /// @throws IllegalArgumentException where no reason is given
    public void drop(AccessTask.Id id, String why) {
        String by = currentMember.requireSecretary(ACT).login();
        String reason = Words.given(why, "Say why it needs not be done.");
        SecretLook.in("reason", reason).ifPresent(refusal -> {
            throw new AccessRefused(refusal);
        });
        AccessTask task = end(id, State.DROPPED, by, clock.instant(), reason);
        tell(task, "decided on access that the member keeps or does not get back");
    }

    private AccessTask end(AccessTask.Id id, State state, String by, Instant now, String note) {
        boolean ended = tasks.end(id, state, by, now, note);
        AccessTask task = tasks.find(id, overdueBefore())
                .orElseThrow(() -> new AccessRefused("There is no item %d on the list.".formatted(id.number())));
        if (!ended) {
            throw new AccessRefused(again(task));
        }
        return task;
    }

    private static String again(AccessTask task) {
        AccessTask.Ended ended = task.ended().orElseThrow();
        String what = switch (ended.state()) {
            case DONE -> task.what() == What.REVOKE ? "was revoked already" : "was given already";
            case DROPPED, OPEN -> "is no longer on the list";
        };
        return "The access of %s to %s %s%s on %s.%s"
                .formatted(
                        task.member().login(),
                        task.systemName(),
                        what,
                        ended.by().map(login -> ", by " + login).orElse(","),
                        Days.of(ended.at()),
                        ended.note().isEmpty() ? "" : " " + ended.note());
    }

    private void tell(AccessTask task, String what) {
        Optional<MemberId> who = currentMember.signedIn().flatMap(CurrentMember.SignedIn::member);
        events.publishEvent(new Act(
                who, clock.instant(), new Act.Subject("member", task.member().login()), what, Act.Audience.MEMBERS));
    }

    private Instant overdueBefore() {
        return clock.instant().minus(properties.overdueAfter());
    }
}
