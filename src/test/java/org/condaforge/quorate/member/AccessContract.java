package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.condaforge.quorate.member.AccessTask.State;
import org.condaforge.quorate.member.AccessTask.What;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Who holds what, and the checklist that follows a change of standing. Nobody is named a secretary here, so each core
/// member is one.
abstract class AccessContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    AccessService access;

    @Autowired
    AccessChecklist checklist;

    @Autowired
    AccessTransfer transfer;

    @Autowired
    MemberService members;

    @Autowired
    RosterArchive archive;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private MemberId cedar = new MemberId(0);

    @BeforeEach
    void lay() {
        community.clear();
        community.active("alder");
        community.active("birch");
        cedar = community.active("cedar");
        community.emeritus("yew");
        SignIn.as("alder");
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private void becomes(String login, Standing standing) {
        clock.advance(Duration.ofDays(1));
        String name = members.byLogin(login).orElseThrow().name();
        members.take(new RosterFile.Row(login, Optional.empty(), name, Map.of(), 1), standing, "check-in");
    }

    private static String words(AccessTask task) {
        return "%s %s from %s: %s"
                .formatted(task.what(), task.systemName(), task.member().login(), task.reason());
    }

    private AccessGrant heldByCedar(String system) {
        return access.heldBy(cedar).stream()
                .filter(grant -> grant.systemName().equals(system))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhoHoldsWhatSinceWhenAndWhoRecordedIt() {
        AccessSystem.Id id = access.add(" Mirror ", AccessKind.ACCOUNT, "https://example.org/people");
        access.grant(id, cedar, Optional.of(LocalDate.of(2020, 5, 1)));

        assertThat(access.systems())
                .containsExactly(new AccessSystem(id, "Mirror", AccessKind.ACCOUNT, "https://example.org/people", 1));
        assertThat(access.system(id))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("Mirror"));
        assertThat(access.holders(id)).singleElement().satisfies(grant -> {
            assertThat(grant.member().login()).isEqualTo("cedar");
            assertThat(grant.standing()).contains(Standing.ACTIVE);
            assertThat(grant.since()).contains(LocalDate.of(2020, 5, 1));
            assertThat(grant.grantedBy()).isEqualTo("alder");
            assertThat(grant.grantedAt()).isEqualTo(MutableClock.START);
        });
        assertThat(access.heldBy(cedar)).isEqualTo(access.holders(id));
        assertThat(checklist.open()).isEmpty();
    }

    @Test
    void correctsASystem() {
        AccessSystem.Id id = access.add("Miror", AccessKind.TOKEN, "");
        access.change(id, "Mirror", AccessKind.TEAM, "the hall");
        access.change(id, "Mirror", AccessKind.TEAM, "the hall");

        assertThat(access.systems()).containsExactly(new AccessSystem(id, "Mirror", AccessKind.TEAM, "the hall", 0));
        assertThatThrownBy(() -> access.change(new AccessSystem.Id(0), "Gate", AccessKind.TEAM, ""))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("There is no system 0.");
    }

    @Test
    void refusesASystemThatIsKnownInAnotherCase() {
        access.add("Mirror", AccessKind.TEAM, "");
        AccessSystem.Id gate = access.add("Gate", AccessKind.TEAM, "");

        assertThatThrownBy(() -> access.add("MIRROR", AccessKind.TOKEN, ""))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("called MIRROR already");
        assertThatThrownBy(() -> access.change(gate, "mirror", AccessKind.TOKEN, ""))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("called mirror already");
        assertThat(access.systems()).extracting(AccessSystem::name).containsExactly("Gate", "Mirror");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_abcdefGHIJKL0123456789",
                "-----BEGIN OPENSSH PRIVATE KEY",
                "https://grove:acorns@example.org/",
                "password: acorns",
                "0123456789abcdef0123456789abcdef01234567",
            })
    void refusesWhatLooksLikeASecret(String text) {
        assertThatThrownBy(() -> access.add("Mirror", AccessKind.TOKEN, text))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("The place where it is managed looks like a secret. Secrets are never kept here: say only"
                        + " where it is managed.");
        assertThatThrownBy(() -> access.add(text, AccessKind.TOKEN, "")).isInstanceOf(AccessRefused.class);
        assertThat(community.count("access_system", "1 = 1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/orgs/grove/teams/core", "the key in the hall", "1Password, vault of core"})
    void takesWhereItIsManaged(String place) {
        access.add("Mirror", AccessKind.TOKEN, place);

        assertThat(access.systems()).extracting(AccessSystem::managedAt).containsExactly(place);
    }

    @Test
    void refusesToGrantTwiceAndInTheFuture() {
        AccessSystem.Id id = access.add("Mirror", AccessKind.TEAM, "");
        access.grant(id, cedar, Optional.empty());

        assertThatThrownBy(() -> access.grant(id, cedar, Optional.empty()))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("cedar holds access to Mirror already.");
        assertThatThrownBy(() -> access.grant(id, cedar, Optional.of(TODAY.plusDays(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not over yet");
        assertThatThrownBy(() -> access.grant(new AccessSystem.Id(0), cedar, Optional.empty()))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> access.grant(id, new MemberId(0), Optional.empty()))
                .isInstanceOf(AccessRefused.class);
        assertThat(access.holders(id)).hasSize(1);
    }

    @Test
    void refusesToRevokeWhatIsRevokedAndSaysByWhomAndWhen() {
        AccessSystem.Id id = access.add("Mirror", AccessKind.TEAM, "");
        access.grant(id, cedar, Optional.empty());
        AccessGrant grant = heldByCedar("Mirror");
        SignIn.as("birch");
        access.revoke(grant.id());
        SignIn.as("alder");
        clock.advance(Duration.ofDays(3));

        assertThatThrownBy(() -> access.revoke(grant.id()))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("The access of cedar to Mirror was revoked already, by birch on 2026-03-02.");
        assertThatThrownBy(() -> access.revoke(new AccessGrant.Id(0)))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("There is no grant 0.");
        assertThat(access.holders(id)).isEmpty();
        assertThat(access.former(id, 5))
                .singleElement()
                .satisfies(former ->
                        assertThat(former.revoked()).contains(new AccessGrant.Revoked("birch", MutableClock.START)));
    }

    @Test
    void theEndOfACheckInOpensTheChecklistToo() {
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), cedar, Optional.empty());

        transaction.executeWithoutResult(status -> members.changeStanding(
                cedar,
                Standing.EMERITUS,
                LocalDate.now(clock),
                clock.instant(),
                Optional.empty(),
                "no answer to the yearly check-in"));

        assertThat(checklist.open())
                .singleElement()
                .satisfies(task -> assertThat(task.what()).isEqualTo(What.REVOKE))
                .satisfies(task -> assertThat(task.systemName()).isEqualTo("Mirror"));
    }

    @Test
    void becomingEmeritusOpensAChecklistOfWhatToRevoke() {
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), cedar, Optional.empty());
        access.grant(access.add("Gate", AccessKind.TOKEN, "the hall"), cedar, Optional.empty());
        access.revoke(heldByCedar("Gate").id());
        access.grant(access.add("Barn", AccessKind.TOKEN, "the hall"), cedar, Optional.empty());

        becomes("cedar", Standing.EMERITUS);

        assertThat(checklist.open())
                .extracting(AccessContract::words)
                .containsExactly(
                        "REVOKE Barn from cedar: became emeritus, by check-in",
                        "REVOKE Mirror from cedar: became emeritus, by check-in");
        AccessTask barn = checklist.open().getFirst();
        SignIn.as("birch");
        checklist.done(barn.id());

        assertThat(access.heldBy(cedar)).extracting(AccessGrant::systemName).containsExactly("Mirror");
        assertThat(checklist.open()).extracting(AccessTask::systemName).containsExactly("Mirror");
        assertThat(checklist.ended(5))
                .singleElement()
                .satisfies(task -> assertThat(task.ended())
                        .contains(new AccessTask.Ended(State.DONE, Optional.of("birch"), clock.instant(), "")));
        assertThatThrownBy(() -> checklist.done(barn.id()))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("The access of cedar to Barn was revoked already, by birch on 2026-03-03.");
        assertThatThrownBy(() -> checklist.drop(barn.id(), "They keep it."))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("revoked already, by birch");
    }

    @Test
    void revokingByHandSettlesTheItem() {
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), cedar, Optional.empty());
        becomes("cedar", Standing.EMERITUS);

        access.revoke(heldByCedar("Mirror").id());

        assertThat(checklist.open()).isEmpty();
        assertThat(checklist.ended(5))
                .extracting(task -> task.ended().orElseThrow().state())
                .containsExactly(State.DONE);
    }

    @Test
    void returningOpensAChecklistOfWhatToGrant() {
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), cedar, Optional.empty());
        access.grant(access.add("Barn", AccessKind.TEAM, ""), cedar, Optional.empty());
        becomes("cedar", Standing.EMERITUS);
        checklist.done(checklist.open().getFirst().id());

        becomes("cedar", Standing.ACTIVE);

        assertThat(checklist.open())
                .extracting(AccessContract::words)
                .containsExactly("GRANT Barn from cedar: became active, by check-in");
        assertThat(checklist.ended(5).getFirst())
                .satisfies(task -> assertThat(task.systemName()).isEqualTo("Mirror"))
                .satisfies(task -> assertThat(task.ended())
                        .hasValueSatisfying(ended -> assertThat(ended.state()).isEqualTo(State.DROPPED))
                        .hasValueSatisfying(ended -> assertThat(ended.by()).isEmpty())
                        .hasValueSatisfying(
                                ended -> assertThat(ended.note()).isEqualTo("The member became active, by check-in.")));
        AccessTask barn = checklist.open().getFirst();
        checklist.done(barn.id());
        assertThat(access.heldBy(cedar)).extracting(AccessGrant::systemName).containsExactly("Barn", "Mirror");
        assertThat(heldByCedar("Barn").since()).contains(LocalDate.of(2026, 3, 4));
        assertThatThrownBy(() -> checklist.done(barn.id()))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("was given already, by alder");
    }

    @Test
    void grantingByHandSettlesTheItem() {
        AccessSystem.Id mirror = access.add("Mirror", AccessKind.TEAM, "");
        access.grant(mirror, cedar, Optional.empty());
        becomes("cedar", Standing.EMERITUS);
        checklist.done(checklist.open().getFirst().id());
        becomes("cedar", Standing.ACTIVE);

        access.grant(mirror, cedar, Optional.empty());

        assertThat(checklist.open()).isEmpty();
    }

    @Test
    void goingAgainBeforeAllWasGivenLeavesOnlyWhatTheyHold() {
        AccessSystem.Id mirror = access.add("Mirror", AccessKind.TEAM, "");
        access.grant(mirror, cedar, Optional.empty());
        becomes("cedar", Standing.EMERITUS);
        checklist.done(checklist.open().getFirst().id());
        becomes("cedar", Standing.ACTIVE);

        becomes("cedar", Standing.EMERITUS);

        assertThat(checklist.open()).isEmpty();
        becomes("cedar", Standing.ACTIVE);
        assertThat(checklist.open()).extracting(AccessTask::what).containsExactly(What.GRANT);
    }

    @Test
    void leavingTheRosterFilesOpensTheChecklistToo() {
        becomes("cedar", Standing.EMERITUS);
        becomes("cedar", Standing.ACTIVE);
        roster("alder,,Alder\nbirch,,Birch\ncedar,,Cedar\noak,,Oak\n");
        MemberId oak = members.byLogin("oak").orElseThrow().id();
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), oak, Optional.empty());

        clock.advance(Duration.ofDays(1));
        roster("alder,,Alder\nbirch,,Birch\ncedar,,Cedar\n");

        assertThat(checklist.open())
                .extracting(AccessContract::words)
                .containsExactly("REVOKE Mirror from oak: left, being on no roster any more");
    }

    private void roster(String text) {
        archive.take(List.of(new RosterArchive.Brought(
                RosterName.of("core.csv").orElseThrow(), "core.csv", "core.csv", "login,email,name\n" + text)));
    }

    @Test
    void whoeverIsNotActiveAndHoldsSomethingIsOnTheList() {
        MemberId yew = members.byLogin("yew").orElseThrow().id();

        access.grant(access.add("Mirror", AccessKind.TEAM, ""), yew, Optional.empty());

        assertThat(checklist.open())
                .extracting(AccessContract::words)
                .containsExactly("REVOKE Mirror from yew: is emeritus, and holds it");
    }

    @Test
    void anItemCanBeDroppedWithAReasonOnly() {
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), cedar, Optional.empty());
        becomes("cedar", Standing.EMERITUS);
        AccessTask.Id item = checklist.open().getFirst().id();

        assertThatThrownBy(() -> checklist.drop(item, "  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Say why it needs not be done.");
        assertThatThrownBy(() -> checklist.drop(item, "password: acorns")).isInstanceOf(AccessRefused.class);
        checklist.drop(item, "The team is for everybody.");

        assertThat(checklist.open()).isEmpty();
        assertThat(access.heldBy(cedar)).hasSize(1);
        assertThatThrownBy(() -> checklist.done(item))
                .isInstanceOf(AccessRefused.class)
                .hasMessage(
                        "The access of cedar to Mirror is no longer on the list, by alder on 2026-03-03. The team is"
                                + " for everybody.");
        assertThatThrownBy(() -> checklist.done(new AccessTask.Id(0)))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("There is no item 0 on the list.");
    }

    @Test
    void anItemIsOverdueAfterTwoWeeks() {
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), cedar, Optional.empty());
        access.grant(access.add("Barn", AccessKind.TEAM, ""), cedar, Optional.empty());
        becomes("cedar", Standing.EMERITUS);
        clock.advance(Duration.ofDays(14));
        assertThat(checklist.overdue()).isEqualTo(new AccessChecklist.Overdue(0, 0));
        assertThat(checklist.open()).noneMatch(AccessTask::overdue);

        clock.advance(Duration.ofSeconds(1));

        assertThat(checklist.open()).allMatch(AccessTask::overdue).hasSize(2);
        SignIn.out();
        assertThat(checklist.overdue()).isEqualTo(new AccessChecklist.Overdue(2, 1));
    }

    @Test
    void aChangeOfStandingThatFailsOpensNothing() {
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), cedar, Optional.empty());

        transaction.executeWithoutResult(status -> {
            becomes("cedar", Standing.EMERITUS);
            status.setRollbackOnly();
        });

        assertThat(checklist.open()).isEmpty();
        assertThat(members.roster().active()).hasSize(3);
    }

    @Test
    void onlySecretariesMayReadOrChangeAnything() {
        AccessSystem.Id id = access.add("Mirror", AccessKind.TEAM, "");
        access.grant(id, cedar, Optional.empty());
        AccessGrant.Id grant = heldByCedar("Mirror").id();
        becomes("cedar", Standing.EMERITUS);
        AccessTask.Id item = checklist.open().getFirst().id();
        var before = community.everything();
        Stream<Consumer<String>> acts = Stream.of(
                who -> access.systems(),
                who -> access.system(id),
                who -> access.holders(id),
                who -> access.former(id, 5),
                who -> access.heldBy(cedar),
                who -> access.add("Gate", AccessKind.TEAM, ""),
                who -> access.change(id, "Gate", AccessKind.TEAM, ""),
                who -> access.grant(id, cedar, Optional.empty()),
                who -> access.revoke(grant),
                who -> checklist.open(),
                who -> checklist.ended(5),
                who -> checklist.done(item),
                who -> checklist.drop(item, "No."),
                who -> transfer.write(),
                who -> transfer.take("system,kind\nGate,team\n"));

        assertThat(acts).allSatisfy(act -> {
            SignIn.out();
            assertThatThrownBy(() -> act.accept(""))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageStartingWith("Sign in to");
            for (String login : List.of("yew", "cedar", "nettle")) {
                SignIn.as(login);
                assertThatThrownBy(() -> act.accept(login))
                        .isInstanceOf(NotAllowed.class)
                        .hasMessage("Only secretaries may work on the access list.");
            }
        });
        assertThat(access.refusal()).isPresent();
        assertThat(community.everything()).isEqualTo(before);
        SignIn.as("alder");
        assertThat(access.refusal()).isEmpty();
    }

    @Test
    void theJournalSaysThatItWasDoneAndNotToWhichSystem() {
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), cedar, Optional.empty());
        becomes("cedar", Standing.EMERITUS);
        checklist.done(checklist.open().getFirst().id());

        assertThat(community.count("journal", "what LIKE '%Mirror%'")).isZero();
        assertThat(community.count("journal", "what = 'recorded that access was revoked' AND audience = 'MEMBERS'"))
                .isOne();
    }

    @Test
    void takesAFileAndItsOwnExportWithoutLoss() {
        AccessReport report = transfer.take("""
                system,kind,managed_at,login,since
                Mirror,team,https://example.org/teams,cedar,2020-05-01
                Mirror,team,https://example.org/teams,ALDER,
                Barn,TOKEN,"the hall, left",yew,2019-01-01
                Gate,account,,,
                """);

        assertThat(report).isEqualTo(new AccessReport(3, 3, 0, List.of()));
        String written = transfer.write();
        assertThat(written).isEqualTo("""
                        system,kind,managed_at,login,since
                        Barn,token,"the hall, left",yew,2019-01-01
                        Gate,account,,,
                        Mirror,team,https://example.org/teams,alder,
                        Mirror,team,https://example.org/teams,cedar,2020-05-01
                        """.replace("\n", "\r\n"));
        assertThat(checklist.open()).extracting(AccessTask::systemName).containsExactly("Barn");
        var before = community.everything();
        assertThat(transfer.take(written)).isEqualTo(new AccessReport(0, 0, 4, List.of()));
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void reportsWhatItCannotTakeByLineAndTakesTheRest() {
        access.add("Gate", AccessKind.TEAM, "the hall");
        AccessReport report = transfer.take("""
                system,kind,login,since,colour
                Gate,,oak,,red
                Pond,,cedar,,red
                Gate,,cedar,,red
                GATE,,Cedar,2020-01-01,red
                Gate,,alder,last year,red
                Gate,,alder,2999-01-01,red
                Gate,spoon,alder,,red
                ,team,alder,,red

                Gate,account,birch,,red
                ghp_abcdefGHIJKL0123456789,token,birch,,
                """);

        assertThat(report.grants()).isEqualTo(2);
        assertThat(report.systems()).isZero();
        assertThat(report.problems())
                .extracting(problem -> problem.line() + ": " + problem.message())
                .containsExactly(
                        "1: The column “colour” is not known; it is left out.",
                        "2: Nobody has or had the login oak; the row is left out.",
                        "3: There is no system Pond; a row with its kind would add it. The row is left out.",
                        "5: Cedar holds access to GATE on line 4 already; the first counts.",
                        "6: “last year” is no day written as 2026-01-31; the row is left out.",
                        "7: The day 2999-01-01 is not over yet; the row is left out.",
                        "8: The kind “spoon” is none of credential, token, account and team; the row is left out.",
                        "9: The row names no system; it is left out.",
                        "11: Gate is known here as team, managed at “the hall”; that is kept.",
                        "12: The name looks like a secret. Secrets are never kept here: say only where it is managed."
                                + " The row is left out.");
        assertThat(transfer.write()).contains("Gate,team,the hall,birch", "Gate,team,the hall,cedar");
    }

    @Test
    void aFileDoesNotTakeBackWhatWasRevokedHere() {
        String file = "system,kind,login\nMirror,team,cedar\n";
        transfer.take(file);
        access.revoke(heldByCedar("Mirror").id());

        AccessReport report = transfer.take(file);

        assertThat(report.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message())
                                .startsWith(
                                        "The access of cedar to Mirror was revoked here, by alder on 2026-03-02; that counts."));
        assertThat(access.heldBy(cedar)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "login,since\ncedar,\n", "system,kind,password\nMirror,token,acorns\n"})
    void refusesAFileThatIsNoListOrHoldsSecrets(String file) {
        AccessReport report = transfer.take(file);

        assertThat(report.problems()).hasSize(1);
        assertThat(community.count("access_system", "1 = 1")).isZero();
        assertThat(report.toString()).doesNotContain("acorns");
    }

    @Test
    void noCellOfTheExportIsAFormula() {
        access.add("=1+1", AccessKind.TOKEN, "@hall");

        String written = transfer.write();

        assertThat(written).contains("'=1+1,token,'@hall");
        assertThat(transfer.take(written).problems()).isEmpty();
        assertThat(access.systems()).hasSize(1);
    }
}
