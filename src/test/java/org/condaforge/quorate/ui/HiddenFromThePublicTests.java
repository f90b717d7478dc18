package org.condaforge.quorate.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.condaforge.quorate.api.RecordExport;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.meeting.AgendaService;
import org.condaforge.quorate.meeting.AgendaWriter;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.search.SearchService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// A sensitive vote was held on something with words that stand nowhere else: those who are no members meet
/// them on no page, in no answer of a service and in no export. A page or a service that is added is walked
/// through too.
class HiddenFromThePublicTests extends ViewTest {

    private static final List<String> TELLTALES = List.of("zanzibar", "quokka", "wombat", "platypus");

    @Autowired
    VoteCalls calls;

    @Autowired
    SecretBallots secrets;

    @Autowired
    VoteReader reader;

    @Autowired
    MemberService members;

    @Autowired
    SearchService search;

    @Autowired
    JournalService journal;

    @Autowired
    AgendaService agendas;

    @Autowired
    RecordExport export;

    @TempDir
    Path folder;

    private VoteId ended = new VoteId(0);
    private VoteId running = new VoteId(0);

    @BeforeEach
    void holdThem() {
        grove.proposal(7, "Where seeds are kept", "Proposed");
        grove.meeting(LocalDate.of(2026, 11, 11), "## Attendees\n- Alder\n\n## Agenda\n* [ ] cfep-7 seeds\n");
        ended = call("Zanzibar joins", 8);
        for (String login : List.of("alder", "birch", "cedar", "dogwood", "elm")) {
            grove.as(login, () -> secrets.cast(ended, login.equals("elm") ? Choice.NO : Choice.YES));
        }
        grove.pass(Duration.ofDays(8));
        running = call("Quokka joins", 8);
        grove.as("alder", () -> secrets.cast(running, Choice.YES));
        search.refresh();
    }

    private VoteId call(String title, int days) {
        return grove.as(
                "alder",
                () -> calls.call(new Call(
                                "conda-forge",
                                "core-nomination",
                                Optional.empty(),
                                title,
                                "The wombat text.",
                                clock.instant().plus(Duration.ofDays(days)),
                                "A platypus says so.")
                        .about(title.replaceAll("\\W+", "-"))));
    }

    private void become(String login) {
        if (login.isEmpty()) {
            signOut();
        } else {
            signIn(login);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel"})
    void noPageTellsOfThem(String login) {
        become(login);
        List<String> told = new ArrayList<>();
        for (String address : addresses()) {
            open(address);
            assertThat(title()).as(address).isNotBlank();
            String seen = UI.getCurrent().getElement().getOuterHTML()
                    + Words.of(UI.getCurrent().getElement())
                    + title();
            TELLTALES.stream()
                    .filter(word -> seen.replace("q=" + word, "")
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(word))
                    .filter(word -> !address.contains(word))
                    .forEach(word -> told.add(word + " on " + address));
            if (address.startsWith("votes") || address.isEmpty()) {
                assertThat(seen).as(address).doesNotContain("Nominate member of core", "core-nomination", "passed,");
            }
        }
        assertThat(told).isEmpty();
        for (VoteId vote : List.of(ended, running)) {
            open("votes/" + vote.number());
            assertThat(page()).contains("A sensitive vote");
        }
        // The same walk as a member finds them, so it looks in the right places.
        become("birch");
        open("votes/" + ended.number());
        assertThat(page()).contains("The wombat text", "A platypus says so", "Passed");
    }

    /// Every route there is, with what stands in its place for parameters, and the lists narrowed to what would
    /// tell.
    private Stream<String> everyRoute() {
        Map<String, String> parameters =
                Map.of(":login", "alder", ":number", "7", ":date", "2026-11-11", ":item", "core-nomination");
        return RouteConfiguration.forRegistry(
                        VaadinSession.getCurrent().getService().getRouter().getRegistry())
                .getAvailableRoutes()
                .stream()
                .map(RouteBaseData::getTemplate)
                .flatMap(template -> {
                    String path = template.replaceAll("\\([^/]*\\)", "").replace("?", "");
                    if (path.startsWith("votes/:id")) {
                        return Stream.of("votes/" + ended.number(), "votes/" + running.number());
                    }
                    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                        path = path.replace(parameter.getKey(), parameter.getValue());
                    }
                    return Stream.of(path.replaceAll(":\\w+", "1"));
                });
    }

    private List<String> addresses() {
        return Stream.concat(
                        everyRoute(),
                        Stream.of(
                                "votes?outcome=passed",
                                "votes?state=closed",
                                "votes?state=open",
                                "votes?item=core-nomination",
                                "votes?q=zanzibar",
                                "search?q=zanzibar",
                                "search?q=quokka",
                                "search?q=wombat&in=votes",
                                "journal?kind=vote",
                                "journal?q=passed",
                                "members/birch",
                                "members/cedar"))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel"})
    void noServiceTellsOfThem(String login) throws IllegalAccessException {
        become(login);
        TreeSet<String> notAsked = new TreeSet<>();
        List<String> told = new ArrayList<>();
        int asked = 0;
        for (Object bean : context.getBeansWithAnnotation(Service.class).values()) {
            Class<?> type = AopUtils.getTargetClass(bean);
            if (!Modifier.isPublic(type.getModifiers()) || !type.getName().contains(".quorate.")) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
                    continue;
                }
                for (VoteId vote : List.of(ended, running)) {
                    Optional<Object[]> arguments = arguments(method, vote);
                    if (arguments.isEmpty()) {
                        notAsked.add(type.getSimpleName() + "." + method.getName());
                        continue;
                    }
                    asked++;
                    String answer = answer(bean, method, arguments.get()).toLowerCase(java.util.Locale.ROOT);
                    TELLTALES.stream()
                            .filter(answer::contains)
                            .forEach(word -> told.add("%s from %s".formatted(word, method)));
                }
            }
        }
        assertThat(told).isEmpty();
        assertThat(asked).isGreaterThan(60);
        // What reads votes is asked; what cannot be asked like this writes, or reads files.
        assertThat(notAsked)
                .noneMatch(name ->
                        name.matches("(VoteReader|VoteTexts|Participation|VoteRecordTexts|CallReader|RollCallReader"
                                + "|TimeOutReader|EndedVotes|Certificates)\\..*"
                                + "|SecretBallots\\.of|JournalService\\.(list|historyOf|kinds)"));
    }

    private static String answer(Object bean, Method method, Object[] arguments) throws IllegalAccessException {
        try {
            return String.valueOf(method.invoke(bean, arguments));
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        } catch (IllegalArgumentException e) {
            return ""; // another type of that name
        }
    }

    private Optional<Object[]> arguments(Method method, VoteId vote) {
        if (method.getReturnType() == void.class || method.getName().matches("import.*|add|mentioned|take|lay|write")) {
            return Optional.empty();
        }
        List<Optional<Object>> values = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> argument(type, vote))
                .toList();
        return values.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(values.stream().map(Optional::get).toArray());
    }

    private Optional<Object> argument(Type type, VoteId vote) {
        MemberId alder = members.rosterEntry("alder").orElseThrow().id();
        return Optional.ofNullable(
                switch (type.getTypeName().replaceAll("[\\w.]+\\.([A-Z])", "$1").replaceAll("\\w+\\$", "")) {
                    case "VoteId" -> vote;
                    case "VoteSummary" -> reader.summary(vote).orElseThrow();
                    case "VoteDetail" -> reader.detail(vote).orElseThrow();
                    case "MemberId" -> alder;
                    case "String" -> "joins";
                    case "int" -> 50;
                    case "long" -> 0L;
                    case "LocalDate" -> LocalDate.of(2026, 11, 26);
                    case "Instant" -> clock.instant();
                    case "ProposalNumber" -> new ProposalNumber(7);
                    case "Request" -> new Page.Request(0, 50);
                    case "Subject" -> new Act.Subject("vote", String.valueOf(vote.number()));
                    case "Filter" ->
                        type.getTypeName().contains("VoteReader")
                                ? VoteReader.Filter.ALL
                                : type.getTypeName().contains("JournalService") ? JournalService.Filter.ALL : null;
                    case "Collection<VoteId>" -> List.of(vote);
                    case "Collection<ProposalNumber>" -> List.of(new ProposalNumber(7));
                    case "Choice" -> Choice.YES;
                    default -> null;
                });
    }

    @Test
    void noAgendaTellsOfThemWhoeverDraftsIt() {
        for (String login : List.of("", "sorrel", "alder")) {
            become(login);
            assertThat(AgendaWriter.write(agendas.draft(LocalDate.of(2026, 12, 9))))
                    .doesNotContainIgnoringCase("quokka", "wombat", "platypus", "nominat")
                    .contains("A sensitive vote; what it is about is not public");
        }
    }

    @Test
    void noExportTellsOfThemWhoeverWritesIt() throws IOException {
        become("alder");
        export.writeTo(folder.resolve("out"));

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainIgnoringCase("zanzibar", "quokka", "wombat", "platypus");
            }
        }
    }

    @Test
    void theJournalTellsMembersWithoutAnyBallot() {
        become("");
        assertThat(journal.list(JournalService.Filter.ALL, new Page.Request(0, 50))
                        .items())
                .noneMatch(entry -> entry.subject().kind().equals("vote"));
        become("yew");
        assertThat(journal.historyOf(new Act.Subject("vote", String.valueOf(ended.number())), 50))
                .extracting(JournalService.Entry::what)
                .containsExactly("closed: passed", "called the vote, 5 active on the roster");
    }
}
