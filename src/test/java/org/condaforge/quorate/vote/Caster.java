package org.condaforge.quorate.vote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.TestBeans;
import org.condaforge.quorate.support.Trees;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A process that casts without end, with the application's own settings, and says on its standard output what was
/// acknowledged: `login number`. [KilledProcessIT] kills it.
public final class Caster {

    static final int CLIENTS = 8;

    private Caster() {}

    /// With `--quorate.data=FOLDER` and the number after the last one cast.
    public static void main(String[] arguments) {
        int first = Integer.parseInt(arguments[1]);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(QuorateApplication.class, TestBeans.class)
                .web(WebApplicationType.NONE)
                .run(arguments[0], "--" + OnH2.NO_PAGES, "--" + OnH2.NO_CLOSER);
        Casting casting = context.getBean(Casting.class);
        VoteId vote = vote(context);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                String login = Trees.login(i);
                clients.submit(() -> {
                    SignIn.as(login);
                    for (int number = first; ; number++) {
                        casting.cast(vote, Choice.values()[number % 3], "no. " + number);
                        acknowledge(login + " " + number);
                    }
                });
            }
        }
    }

    private static synchronized void acknowledge(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// The vote of the round before, or a new one with its voters.
    private static VoteId vote(ConfigurableApplicationContext context) {
        List<VoteSummary> known = new ArrayList<>(context.getBean(VoteReader.class)
                .list(VoteReader.Filter.ALL, new Page.Request(0, 1))
                .items());
        if (!known.isEmpty()) {
            return known.getFirst().id();
        }
        context.getBean(Community.class).active(CLIENTS);
        SignIn.as(Trees.login(0));
        return context.getBean(VoteCalls.class)
                .call(new Call(
                        "conda-forge",
                        "other",
                        Optional.empty(),
                        "Paint it",
                        "Green.",
                        VotingContract.START.plus(Duration.ofDays(7)),
                        ""));
    }
}
