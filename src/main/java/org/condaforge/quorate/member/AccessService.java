package org.condaforge.quorate.member;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.AccessTask.What;
import org.condaforge.quorate.store.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Systems and who holds access to them, for secretaries only. It records what was given and revoked elsewhere; it
/// gives
/// and revokes nothing by itself, and never holds a secret.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class AccessService {

    private static final String ACT = "work on the access list";

    private final AccessStore store;
    private final AccessTasks tasks;
    private final MemberService members;
    private final CurrentMember currentMember;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccessService(
            AccessStore store,
            AccessTasks tasks,
            MemberService members,
            CurrentMember currentMember,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.tasks = tasks;
        this.members = members;
        this.currentMember = currentMember;
        this.clock = clock;
        this.events = events;
    }

    /// Why the person at the keyboard may not see the access list; empty where they may.
    @Transactional(readOnly = true)
    public Optional<String> refusal() {
        try {
            currentMember.requireSecretary(ACT);
            return Optional.empty();
        } catch (NotAllowed e) {
            return Optional.of(e.reason());
        }
    }

    /// All systems, by name.
    ///
    /// @throws NotAllowed when no secretary asks
    @Transactional(readOnly = true)
    public List<AccessSystem> systems() {
        currentMember.requireSecretary(ACT);
        return store.systems();
    }

    /// That system.
    ///
    /// @throws NotAllowed when no secretary asks
    @Transactional(readOnly = true)
    public Optional<AccessSystem> system(AccessSystem.Id id) {
        currentMember.requireSecretary(ACT);
        return store.system(id);
    }

    /// Who holds access to it now, by name.
    ///
    /// @throws NotAllowed when no secretary asks
    @Transactional(readOnly = true)
    public List<AccessGrant> holders(AccessSystem.Id system) {
        currentMember.requireSecretary(ACT);
        return store.heldOf(system, today());
    }

    /// Whose access to it was revoked last, at most `most`.
    ///
    /// @throws NotAllowed when no secretary asks
    @Transactional(readOnly = true)
    public List<AccessGrant> former(AccessSystem.Id system, int most) {
        currentMember.requireSecretary(ACT);
        return store.formerOf(system, today(), most);
    }

    /// What a member holds now, by system.
    ///
    /// @throws NotAllowed when no secretary asks
    @Transactional(readOnly = true)
    public List<AccessGrant> heldBy(MemberId member) {
        currentMember.requireSecretary(ACT);
        return store.heldBy(member, today());
    }

    /// Adds a system.
    ///
    /// @throws NotAllowed when no secretary asks
    /// @throws AccessRefused where its name is taken, or a text looks like a secret
    /// @throws IllegalArgumentException where the name is missing or a text is too long
    public AccessSystem.Id add(String name, AccessKind kind, String managedAt) {
        currentMember.requireSecretary(ACT);
        return store.add(name(name), kind, place(managedAt));
    }

    /// Corrects what is known of a system.
    ///
    /// @throws NotAllowed when no secretary asks
    /// @throws AccessRefused where there is no such system, its name is taken, or a text looks like a secret
    /// @throws IllegalArgumentException where the name is missing or a text is too long
    public void change(AccessSystem.Id id, String name, AccessKind kind, String managedAt) {
        currentMember.requireSecretary(ACT);
        if (!store.change(id, name(name), kind, place(managedAt))
                && store.system(id).isEmpty()) {
            throw unknown(id);
        }
    }

    static String name(String name) {
        String given = Words.given(name, "Say what the system is called.");
        return bounded("name", given, AccessSystem.LONGEST_NAME);
    }

    static String place(String managedAt) {
        return bounded("place where it is managed", managedAt.strip(), AccessSystem.LONGEST_PLACE);
    }

    private static String bounded(String what, String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException("The %s has at most %d characters.".formatted(what, most));
        }
        SecretLook.in(what, text).ifPresent(reason -> {
            throw new AccessRefused(reason);
        });
        return text;
    }

    /// Records that a member holds access to a system. Where they are not active it is to be revoked, and is put on the
    /// checklist.
    ///
    /// @param since empty where nobody knows
    /// @throws NotAllowed when no secretary asks
    /// @throws AccessRefused where there is no such system, or they hold it already
    /// @throws IllegalArgumentException where `since` is in the future
    public void grant(AccessSystem.Id id, MemberId member, Optional<LocalDate> since) {
        String by = currentMember.requireSecretary(ACT).login();
        AccessSystem system = store.system(id).orElseThrow(() -> unknown(id));
        if (since.filter(today()::isBefore).isPresent()) {
            throw new IllegalArgumentException("The day since when they hold it is not over yet.");
        }
        MemberService.Person person = person(member);
        Instant now = clock.instant();
        try {
            store.give(id, member, since, by, now);
        } catch (DuplicateKeyException e) {
            throw new AccessRefused("%s holds access to %s already.".formatted(person.login(), system.name()));
        }
        tasks.settle(member, id, What.GRANT, by, now);
        Optional<Standing> standing = members.roster().find(member).map(Roster.Entry::standing);
        if (standing.filter(Standing.ACTIVE::equals).isEmpty()) {
            tasks.open(List.of(new AccessTasks.Opening(member, id, whyRevoke(standing))), What.REVOKE, now);
        }
        tell(person.login(), "recorded access that the member holds", now);
    }

    static String whyRevoke(Optional<Standing> standing) {
        return standing.map(found -> "is " + found.label()).orElse("is on no roster") + ", and holds it";
    }

    /// Records that it was revoked; the item of the checklist is done with it.
    ///
    /// @throws NotAllowed when no secretary asks
    /// @throws AccessRefused where there is no such grant, or it was revoked before: by whom and when
    public void revoke(AccessGrant.Id id) {
        String by = currentMember.requireSecretary(ACT).login();
        AccessGrant grant = store.grant(id, today())
                .orElseThrow(() -> new AccessRefused("There is no grant %d.".formatted(id.number())));
        grant.revoked().ifPresent(revoked -> {
            throw new AccessRefused("The access of %s to %s was revoked already, by %s on %s."
                    .formatted(grant.member().login(), grant.systemName(), revoked.by(), Days.of(revoked.at())));
        });
        Instant now = clock.instant();
        if (!store.revoke(grant.system(), grant.member().id(), by, now)) {
            throw new AccessRefused("The access of %s to %s was just revoked by somebody else."
                    .formatted(grant.member().login(), grant.systemName()));
        }
        tasks.settle(grant.member().id(), grant.system(), What.REVOKE, by, now);
        tell(grant.member().login(), "recorded that access was revoked", now);
    }

    private MemberService.Person person(MemberId member) {
        return Optional.ofNullable(members.people().get(member))
                .orElseThrow(() -> new AccessRefused("There is no member %d.".formatted(member.number())));
    }

    private static AccessRefused unknown(AccessSystem.Id id) {
        return new AccessRefused("There is no system %d.".formatted(id.number()));
    }

    /// The journal says that it was done, not to which system: who holds what is for secretaries.
    private void tell(String login, String what, Instant at) {
        Optional<MemberId> who = currentMember.signedIn().flatMap(CurrentMember.SignedIn::member);
        events.publishEvent(new Act(who, at, new Act.Subject("member", login), what, Act.Audience.MEMBERS));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
