package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Page;
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

/// A process in which clients cast and change ballots without end while votes reach their deadlines, are closed and the
/// journal is chained: with the application's own settings, only faster. [KilledProcessContract] kills it. It says:
/// `ready`, `settled` once nothing is left to close or chain (where nobody casts), and of each cast `acked LOGIN VOTE
/// NUMBER`, `refused ...` after the close, or `unsure ...` where it failed
/// otherwise and may be stored or not. The numbers of a client have no gaps.
public final class Caster {

    static final int CLIENTS = 40;

    /// How long before their deadlines votes are called.
    private static final Duration PERIOD = Duration.ofDays(8);

    private static final int CONSENSUS_A_ROUND = 5;

    private final ConfigurableApplicationContext context;
    private final Instant start;
    private final Random random;

    private Caster(ConfigurableApplicationContext context, Instant start, Random random) {
        this.context = context;
        this.start = start;
        this.random = random;
    }

    /// With the application's settings (`--name=text`), the instant its clock starts from, the number of each client's
    /// first cast, and a seed. Without the last two nobody casts, and what is due is closed.
    public static void main(String[] arguments) throws InterruptedException {
        ChildJvm.endWithParent();
        List<String> own =
                Arrays.stream(arguments).filter(a -> !a.startsWith("--")).toList();
        String[] settings = Stream.concat(
                        Arrays.stream(arguments).filter(a -> a.startsWith("--")),
                        Stream.of(
                                "--" + OnH2.NO_PAGES,
                                "--" + OnH2.POLICIES,
                                "--quorate.votes.close-every=20ms",
                                "--quorate.journal.seal-every=20ms"))
                .toArray(String[]::new);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(QuorateApplication.class, TestBeans.class)
                .web(WebApplicationType.NONE)
                .run(settings);
        Instant start = Instant.parse(own.getFirst());
        boolean casts = own.size() > 1;
        Random random = new Random(casts ? Long.parseLong(own.get(2)) : 0);
        Caster caster = new Caster(context, start, random);
        if (casts) {
            caster.callVotes();
        }
        context.getBean(MutableClock.class).runFrom(start);
        ChildJvm.say("ready");
        if (casts) {
            caster.cast(Long.parseLong(own.get(1)));
        } else {
            caster.awaitTheEnd();
        }
    }

    /// More votes for whoever is still there, called a good week ago, with deadlines in the next seconds.
    private void callVotes() {
        MutableClock clock = context.getBean(MutableClock.class);
        Community community = context.getBean(Community.class);
        ProposalService proposals = context.getBean(ProposalService.class);
        VoteCalls calls = context.getBean(VoteCalls.class);
        clock.set(start.minus(PERIOD));
        for (int known = community.count("member", "1 = 1"); known < CLIENTS; known++) {
            community.active(Trees.login(known));
        }
        SignIn.as(Trees.login(0));
        int number = community.count("vote", "1 = 1");
        if (number == 0) {
            calls.call(consensus("Paint it to the end", start.plus(Duration.ofHours(1))));
        }
        for (int i = 0; i < CONSENSUS_A_ROUND; i++) {
            calls.call(consensus("Paint it, no. " + ++number, soon()));
        }
        ProposalNumber proposal = new ProposalNumber(++number);
        proposals.mentioned(proposal, "How seeds are kept", LocalDate.of(2026, 1, 7));
        calls.call(new Call(
                "conda-forge",
                "cfep-approval",
                Optional.of(proposal),
                "Accept " + proposal.label(),
                "Seeds are kept dry.",
                soon(),
                ""));
        SignIn.out();
    }

    private static Call consensus(String title, Instant deadline) {
        return new Call("plus-three", "consensus", Optional.empty(), title, "Green.", deadline, "");
    }

    private Instant soon() {
        return start.plusMillis(200 + random.nextInt(3_000));
    }

    private void cast(long first) {
        List<VoteId> open = context
                .getBean(VoteReader.class)
                .list(VoteReader.Filter.in(VoteState.OPEN), new Page.Request(0, 200))
                .items()
                .stream()
                .map(VoteSummary::id)
                .toList();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                String login = Trees.login(i);
                Random choosing = new Random(random.nextLong());
                clients.submit(() -> cast(login, first, new ArrayList<>(open), choosing));
            }
        }
    }

    private void cast(String login, long first, List<VoteId> open, Random choosing) {
        Casting casting = context.getBean(Casting.class);
        SignIn.as(login);
        for (long number = first; !open.isEmpty(); number++) {
            VoteId vote = open.get(choosing.nextInt(open.size()));
            String what = " %s %d %d".formatted(login, vote.number(), number);
            try {
                casting.cast(vote, choice(number), comment(number));
                ChildJvm.say("acked" + what);
            } catch (VoteClosed e) {
                open.remove(vote);
                ChildJvm.say("refused" + what);
            } catch (RuntimeException e) {
                ChildJvm.say("unsure" + what);
            }
        }
    }

    private void awaitTheEnd() throws InterruptedException {
        VoteReader reader = context.getBean(VoteReader.class);
        Community community = context.getBean(Community.class);
        while (reader.countByState().containsKey(VoteState.OPEN) || community.count("journal_pending", "1 = 1") > 0) {
            Thread.sleep(20);
        }
        ChildJvm.say("settled");
    }

    /// The choice that is cast with that number: more yes than no.
    static Choice choice(long number) {
        return switch ((int) (number % 5)) {
            case 0 -> Choice.NO;
            case 1 -> Choice.ABSTAIN;
            default -> Choice.YES;
        };
    }

    /// The comment that is cast with that number.
    static String comment(long number) {
        return "no. " + number;
    }
}
