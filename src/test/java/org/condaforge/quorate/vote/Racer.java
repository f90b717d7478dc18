package org.condaforge.quorate.vote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.ChildJvm;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.TestBeans;
import org.condaforge.quorate.support.Trees;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// One of two processes on one database that do the same at the same time. It listens to:
///
/// - `lay VOTES BATCH`: lay down two members, of whom the active one makes a quorum, and so many votes on a CFEP each;
///   so many at a time end together;
/// - `cast VOTE ...`: the first member casts in all of these votes at once;
/// - `close DEADLINE VOTE ...`: the second member casts in these votes one after another while their deadline passes,
///   and what is due is closed.
///
/// It says `ready`, of each cast `acked LOGIN VOTE`, `refused LOGIN VOTE` after the close, or `failed ...`, and `done`
/// after each thing it was told. [TwoProcessesIT] tells it.
public final class Racer {

    static final String FIRST = Trees.login(0);
    static final String SECOND = Trees.login(1);

    private static final Duration PERIOD = Duration.ofDays(7);

    /// How long before its deadline the clock starts to run towards it.
    private static final Duration BEFORE = Duration.ofMillis(15);

    private final ConfigurableApplicationContext context;
    private final int which;
    private final MutableClock clock;
    private final Casting casting;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    private Racer(ConfigurableApplicationContext context, int which) {
        this.context = context;
        this.which = which;
        this.clock = context.getBean(MutableClock.class);
        this.casting = context.getBean(Casting.class);
    }

    /// With the application's settings (`--name=text`) and which of the two it is: 0 or 1.
    public static void main(String[] arguments) throws IOException {
        String[] settings = Stream.concat(
                        Arrays.stream(arguments).filter(a -> a.startsWith("--")),
                        Stream.of("--" + OnH2.NO_PAGES, "--" + OnH2.POLICIES, "--" + OnH2.NO_CLOSER))
                .toArray(String[]::new);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(QuorateApplication.class, TestBeans.class)
                .web(WebApplicationType.NONE)
                .run(settings);
        Racer racer = new Racer(context, Integer.parseInt(arguments[arguments.length - 1]));
        ChildJvm.say("ready");
        try (BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                racer.act(List.of(line.split(" ", -1)));
                ChildJvm.say("done");
            }
        }
        System.exit(0);
    }

    private void act(List<String> words) {
        switch (words.getFirst()) {
            case "lay" -> lay(Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)));
            case "cast" -> castAtOnce(votes(words.subList(1, words.size())));
            case "close" -> close(Instant.parse(words.get(1)), votes(words.subList(2, words.size())));
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    private static List<VoteId> votes(List<String> numbers) {
        return numbers.stream().map(n -> new VoteId(Long.parseLong(n))).toList();
    }

    private void lay(int votes, int batch) {
        Community community = context.getBean(Community.class);
        community.active(FIRST);
        community.emeritus(SECOND);
        ProposalService proposals = context.getBean(ProposalService.class);
        VoteCalls calls = context.getBean(VoteCalls.class);
        SignIn.as(FIRST);
        context.getBean(TransactionTemplate.class).executeWithoutResult(all -> {
            for (int i = 0; i < votes; i++) {
                ProposalNumber number = new ProposalNumber(i + 1);
                proposals.mentioned(number, "How seeds are kept", LocalDate.of(2026, 1, 7));
                calls.call(new Call(
                        "conda-forge",
                        "cfep-approval",
                        Optional.of(number),
                        "Accept " + number.label(),
                        "Seeds are kept dry.",
                        deadline(i / batch),
                        ""));
            }
        });
        SignIn.out();
    }

    /// When the votes of that batch end.
    static Instant deadline(int batch) {
        return VotingContract.START.plus(PERIOD).plusSeconds(batch);
    }

    private void castAtOnce(List<VoteId> votes) {
        CompletableFuture.allOf(votes.stream()
                        .map(vote -> CompletableFuture.runAsync(() -> cast(FIRST, vote), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void close(Instant deadline, List<VoteId> votes) {
        VoteCloser closer = context.getBean(VoteCloser.class);
        clock.runFrom(deadline.minus(BEFORE));
        CompletableFuture<Void> casts =
                CompletableFuture.runAsync(() -> votes.forEach(vote -> cast(SECOND, vote)), threads);
        while (clock.instant().isBefore(deadline)) {
            closer.closeDue();
        }
        closer.closeDue();
        casts.join();
    }

    private void cast(String login, VoteId vote) {
        String what = " %s %d".formatted(login, vote.number());
        SignIn.as(login);
        try {
            casting.cast(vote, choice(which, vote.number()), "no. " + which);
            ChildJvm.say("acked" + what);
        } catch (VoteClosed e) {
            ChildJvm.say("refused" + what);
        } catch (RuntimeException e) {
            ChildJvm.say("failed" + what + " " + e);
        } finally {
            SignIn.out();
        }
    }

    /// What one of the two casts in a vote; the other casts the opposite.
    static Choice choice(int which, long vote) {
        return (vote + which) % 2 == 0 ? Choice.YES : Choice.NO;
    }
}
