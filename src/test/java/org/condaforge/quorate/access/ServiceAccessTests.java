package org.condaforge.quorate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.meeting.ActionId;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Profile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.source.GoneFile;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.CallRefused;
import org.condaforge.quorate.vote.CastRefused;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteSummary;
import org.condaforge.quorate.vote.Yardstick;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Every public method of every service against every role: a method without a row in
/// `src/test/resources/access/services.txt` fails here, and so does one that does otherwise than its row says.
@TestPropertySource(properties = "quorate.secretaries=cedar")
class ServiceAccessTests extends ViewTest {

    /// How refusals begin that are about who asks, and not about what is asked.
    private static final Pattern WHO = Pattern.compile("^(Sign in to .*"
            + "|Only (active core members|members of core|secretaries|who called a vote)\\b.* may .*)");

    private static final AccessTable TABLE = AccessTable.read("services");

    @Autowired
    VoteCalls calls;

    @Autowired
    VoteReader reader;

    @Autowired
    MemberService members;

    @Autowired
    Community community;

    @Autowired
    TransactionTemplate transaction;

    private Arguments arguments = new Arguments();

    @BeforeEach
    void lay() {
        grove.proposal(7, "Where seeds are kept", "Proposed");
        grove.proposal(8, "How seeds are counted", "Proposed");
        grove.meeting(
                LocalDate.of(2026, 11, 11),
                "## Attendees\n- Alder\n\n## Agenda\n* [ ] cfep-7\n\n### TODOs\n* [ ] (Birch) dig\n");
        VoteId vote = grove.vote("alder", new ProposalNumber(7), 9);
        VoteSummary summary = reader.summary(vote).orElseThrow();
        Instant later = clock.instant().plus(Duration.ofDays(8));
        VoteId sensitive = grove.as(
                "alder",
                () -> calls.call(new Call(
                                "conda-forge",
                                "core-nomination",
                                Optional.empty(),
                                "Somebody joins",
                                "Why not.",
                                later,
                                "Ready.")
                        .about("somebody")));
        this.arguments = new Arguments()
                .with(VoteId.class, vote)
                .with(VoteSummary.class, summary)
                .with(VoteDetail.class, reader.detail(vote).orElseThrow())
                .with(
                        MemberId.class,
                        members.rosterEntry("dogwood").orElseThrow().id())
                .with(ProposalNumber.class, new ProposalNumber(8))
                .with(ActionId.class, firstAction())
                .with(String.class, "https://example.org/seeds")
                .with(int.class, 20)
                .with(long.class, 1L)
                .with(boolean.class, true)
                .with(LocalDate.class, LocalDate.of(2026, 11, 25))
                .with(Instant.class, clock.instant())
                .with(Duration.class, Duration.ofHours(1))
                .with(Page.Request.class, new Page.Request(0, 20))
                .with(VoteReader.Filter.class, VoteReader.Filter.ALL)
                .with(JournalService.Filter.class, JournalService.Filter.ALL)
                .with(ProposalService.Filter.class, ProposalService.Filter.ALL)
                .with(ActionReader.Filter.class, ActionReader.Filter.ALL)
                .with(Act.Subject.class, new Act.Subject("vote", String.valueOf(vote.number())))
                .with(GoneFile.Subject.class, GoneFile.Subject.of(vote))
                .with(Yardstick.class, new Yardstick.AsCalled())
                .with(
                        Call.class,
                        new Call("plus-three", "consensus", Optional.empty(), "Plant a tree", "Here.", later, ""))
                .with(Consumer.class, heard -> {})
                .with(Profile.class, new Profile("AB", Optional.empty(), "", List.of(), false))
                .with("SecretBallots.cast", VoteId.class, sensitive)
                .with("SecretBallots.of", VoteId.class, sensitive)
                .with("Amendments.extend", Instant.class, clock.instant().plus(Duration.ofDays(12)))
                .with("ProposalService.add", ProposalNumber.class, new ProposalNumber(30));
    }

    private ActionId firstAction() {
        return context.getBean(ActionReader.class).open().getFirst().id();
    }

    /// The public methods of the public services, by how the table names them, with their beans.
    private Map<String, Map.Entry<Object, Method>> methods() {
        Map<String, Map.Entry<Object, Method>> methods = new TreeMap<>();
        for (Object bean : context.getBeansWithAnnotation(Component.class).values()) {
            Class<?> type = AopUtils.getTargetClass(bean);
            String module = type.getPackageName().replace("org.condaforge.quorate.", "");
            if (!Modifier.isPublic(type.getModifiers())
                    || !type.getPackageName().startsWith("org.condaforge.quorate.")
                    || module.startsWith("ui.")
                    || type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath()
                            .contains("test-classes")) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()) {
                    methods.put(name(module, method), Map.entry(bean, method));
                }
            }
        }
        return methods;
    }

    static String name(String module, Method method) {
        return "%s.%s.%s(%s)"
                .formatted(
                        module,
                        method.getDeclaringClass().getSimpleName(),
                        method.getName(),
                        Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(", ")));
    }

    @Test
    void everyMethodOfAServiceHasARow() {
        assertThat(methods().keySet())
                .as("a new method needs a row in src/test/resources/access/services.txt; a row that is left over goes")
                .containsExactlyInAnyOrderElementsOf(TABLE.rows().keySet());
    }

    @Test
    void everyRoleMayWhatTheRowsSay() throws IOException {
        Map<String, String> happened = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        methods().forEach((name, method) -> {
            Optional<AccessTable.Row> row = Optional.ofNullable(TABLE.rows().get(name));
            if (row.filter(it -> it.isForTheApplication() || it.shownBy().isPresent())
                    .isEmpty()) {
                happened.put(name, driven(method.getKey(), method.getValue()));
                expected.put(name, row.map(AccessTable.Row::cells).orElse("no row"));
            }
        });

        Files.write(
                Path.of("target/access-services.txt"),
                happened.entrySet().stream()
                        .map(one -> one.getKey() + " | " + one.getValue() + " | ")
                        .toList());
        assertThat(happened).isEqualTo(expected);
        assertThat(happened.size()).isGreaterThan(100);
    }

    private String driven(Object bean, Method method) {
        Optional<Object[]> values = arguments.of(method);
        return values.isEmpty()
                ? "cannot be called"
                : Arrays.stream(Role.values())
                        .map(role -> cell(role, bean, method, values.get()))
                        .collect(Collectors.joining());
    }

    /// What happens when that role calls it. What it stores is rolled back; a refusal is asked for a second time, to
    /// see that nothing is stored.
    private String cell(Role role, Object bean, Method method, Object[] values) {
        if (role.login().isEmpty()) {
            signOut();
        } else {
            signIn(role.login());
        }
        try {
            boolean refused = Boolean.TRUE.equals(transaction.execute(status -> {
                status.setRollbackOnly();
                return isRefused(bean, method, values);
            }));
            if (!refused) {
                return "y";
            }
            Map<String, List<String>> before = community.everything();
            return isRefused(bean, method, values) && community.everything().equals(before) ? "-" : "stored!";
        } finally {
            signOut();
        }
    }

    /// Whether the call is refused for who asks; what is refused for what is asked is past that check.
    private static boolean isRefused(Object bean, Method method, Object[] values) {
        try {
            method.invoke(bean, values);
            return false;
        } catch (InvocationTargetException e) {
            return refusesWhoAsks(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean refusesWhoAsks(@Nullable Throwable refusal) {
        return switch (refusal) {
            case NotAllowed no -> WHO.matcher(no.reason()).find();
            case CastRefused no -> WHO.matcher(String.valueOf(no.getMessage())).find();
            case CallRefused no ->
                no.reasons().stream().anyMatch(reason -> WHO.matcher(reason).find());
            case null, default -> false;
        };
    }

    @Test
    void rowsThatAreNotDrivenNameATestThatThereIs() {
        List<String> missing = new ArrayList<>();
        for (AccessTable.Row row : TABLE.rows().values()) {
            row.shownBy().filter(test -> !exists(test)).ifPresent(test -> missing.add(row.what() + ": " + test));
        }
        assertThat(missing).isEmpty();
    }

    /// Whether there is such a test, `module.Class.method`.
    private static boolean exists(String test) {
        int dot = test.lastIndexOf('.');
        try {
            return Arrays.stream(Class.forName("org.condaforge.quorate." + test.substring(0, dot))
                            .getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(test.substring(dot + 1)));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
