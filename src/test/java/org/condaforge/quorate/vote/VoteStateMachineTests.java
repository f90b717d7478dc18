package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.VoteStateMachine.Act;
import org.condaforge.quorate.vote.VoteStateMachine.Cell;
import org.condaforge.quorate.vote.VoteStateMachine.Kind;
import org.condaforge.quorate.vote.VoteStateMachine.Place;
import org.condaforge.quorate.vote.VoteStateMachine.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Service;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

/// Drives every cell of [VoteStateMachine] against the services. Each cell acts in a transaction that is
/// rolled back.
@OnH2
@TestPropertySource(properties = "quorate.secretaries=cedar")
class VoteStateMachineTests extends VoteStateDoings {

    private static final Path PAGE = Path.of("docs/voting-states.md");

    /// Services that change votes nobody acts on: what importers and samples lay down, and what was decided
    /// without a vote.
    private static final Set<Class<?>> OF_NO_VOTE_HELD_HERE =
            Set.of(VoteArchive.class, VoteRecords.class, DecisionsWithoutVote.class);

    /// All kinds and acts in one factory: the votes are laid once.
    @TestFactory
    Stream<DynamicTest> everyActDoesWhatTheTableSaysOrIsRefusedWithItsReason() {
        layEveryPlace();
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.acts().stream()
                        .map(act -> DynamicTest.dynamicTest(
                                "%s: %s".formatted(kind.label(), act.name()), () -> drive(kind, act))));
    }

    private void drive(Kind kind, Act act) {
        SoftAssertions cells = new SoftAssertions();
        for (Place place : kind.places()) {
            for (Role role : kind.roles(act)) {
                cells.assertThat(agreed(kind, act, place, role))
                        .as("%s: %s, %s, by %s", kind, act.name(), place, role)
                        .isEqualTo(act.cell(place, role));
            }
        }
        cells.assertAll();
    }

    /// What the cell says where it is what happens; else what happens.
    private Cell agreed(Kind kind, Act act, Place place, Role role) {
        Cell happened = happens(kind, act, place, role);
        return happened instanceof Cell.Refused(String reason)
                        && act.cell(place, role) instanceof Cell.Refused expected
                        && reason.contains(expected.reason())
                ? expected
                : happened;
    }

    private Cell happens(Kind kind, Act act, Place place, Role role) {
        Laid at = laid(kind, place, role);
        Doing doing = doing(act);
        clock.set(at.now());
        try {
            return Optional.ofNullable(transaction.<Cell>execute(status -> {
                        status.setRollbackOnly();
                        assertThat(placeOf(at.vote())).isEqualTo(place);
                        if (role.login().isEmpty()) {
                            SignIn.out();
                        } else {
                            SignIn.as(role.login());
                        }
                        doing.to(at, role);
                        return new Cell.Leads(placeOf(at.vote()));
                    }))
                    .orElseThrow();
        } catch (CallRefused e) {
            return new Cell.Refused(String.join(" ", e.reasons()));
        } catch (RecordRefused e) {
            return new Cell.Refused(String.join(" ", e.reasons()));
        } catch (CastRefused | NotAllowed | IllegalArgumentException e) {
            return new Cell.Refused(String.valueOf(e.getMessage()));
        } finally {
            SignIn.out();
        }
    }

    @Test
    void everyMethodThatChangesAVoteHasItsAct() throws ClassNotFoundException {
        Set<String> inTheTable = Arrays.stream(Kind.values())
                .flatMap(kind -> kind.acts().stream())
                .map(Act::method)
                .filter(method -> !method.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inTheTable).isEqualTo(methodsThatChangeVotes());
    }

    private static Set<String> methodsThatChangeVotes() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider services = new ClassPathScanningCandidateComponentProvider(false);
        services.addIncludeFilter(new AnnotationTypeFilter(Service.class));
        Set<String> found = new TreeSet<>();
        for (BeanDefinition bean : services.findCandidateComponents("org.condaforge.quorate.vote")) {
            Class<?> service = Class.forName(bean.getBeanClassName());
            if (!OF_NO_VOTE_HELD_HERE.contains(service)) {
                Stream.of(service.getDeclaredMethods())
                        .filter(VoteStateMachineTests::writes)
                        .map(method -> "%s.%s".formatted(service.getSimpleName(), method.getName()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean writes(Method method) {
        boolean called = Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
        return called
                && Stream.<AnnotatedElement>of(method, method.getDeclaringClass())
                        .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, Transactional.class))
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .filter(transactional -> !transactional.readOnly())
                        .isPresent();
    }

    @Test
    void everyActIsDoneSomehowAndNoneIsLeftOver() {
        assertThat(Arrays.stream(Kind.values())
                        .flatMap(kind -> kind.acts().stream())
                        .map(Act::name)
                        .toList())
                .containsAll(acts());
        assertThat(acts())
                .containsAll(Arrays.stream(Kind.values())
                        .flatMap(kind -> kind.acts().stream())
                        .map(Act::name)
                        .collect(Collectors.toSet()));
    }

    /// Renew the page with `mvn test -Dtest=VoteStateMachineTests -Dgolden.renew=true` and read what changed.
    @Test
    void thePageIsWrittenFromTheTable() throws IOException {
        if (Boolean.getBoolean("golden.renew")) {
            Files.writeString(PAGE, VoteStatePage.markdown());
        }
        assertThat(VoteStatePage.markdown()).isEqualTo(Files.exists(PAGE) ? Files.readString(PAGE) : "");
    }
}
