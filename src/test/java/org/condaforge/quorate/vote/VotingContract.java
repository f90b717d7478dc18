package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.Trees;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// What the tests of votes share, whatever the database: ten active members, two emeriti, CFEP-07, nothing voted on.
abstract class VotingContract {

    static final Instant START = MutableClock.START;
    static final ProposalNumber SEEDS = new ProposalNumber(7);
    static final int ACTIVE = 10;

    @Autowired
    VoteCalls calls;

    @Autowired
    Casting casting;

    @Autowired
    TimeOuts timeOuts;

    @Autowired
    RecordsByHand byHand;

    @Autowired
    VoteArchive archive;

    @Autowired
    VoteReader reader;

    @Autowired
    VoteCloser closer;

    @Autowired
    ProposalService proposals;

    @Autowired
    JournalService journal;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void layTheCommunity() {
        community.clear();
        community.active(ACTIVE);
        community.emeritus("willow");
        community.emeritus("yew");
        proposals.mentioned(SEEDS, "Where seeds are kept", LocalDate.of(2026, 1, 7));
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    /// A call for +3 with no -1, open for a week.
    static Call consensus(String title) {
        return new Call(
                "plus-three", "consensus", Optional.empty(), title, "As above.", START.plus(Duration.ofDays(7)), "");
    }

    /// A call for the approval of CFEP-07, open for a week: six of ten must take part.
    static Call approval() {
        return new Call(
                "conda-forge",
                "cfep-approval",
                Optional.of(SEEDS),
                "Accept CFEP-07",
                "Seeds are kept dry.",
                START.plus(Duration.ofDays(7)),
                "");
    }

    /// Alder calls it.
    VoteId called(Call call) {
        SignIn.as("alder");
        VoteId id = calls.call(call);
        SignIn.out();
        return id;
    }

    void cast(String login, VoteId vote, Choice choice) {
        cast(login, vote, choice, "");
    }

    void cast(String login, VoteId vote, Choice choice, String comment) {
        SignIn.as(login);
        casting.cast(vote, choice, comment);
        SignIn.out();
    }

    /// The first members of the community vote so.
    void cast(VoteId vote, Choice... choices) {
        for (int i = 0; i < choices.length; i++) {
            cast(Trees.login(i), vote, choices[i], choices[i] == Choice.NO ? "It would not grow." : "");
        }
    }

    VoteSummary summary(VoteId vote) {
        return reader.summary(vote).orElseThrow();
    }

    /// What the journal says of it, newest first.
    List<String> story(VoteId vote) {
        return journal.historyOf(new Act.Subject("vote", String.valueOf(vote.number())), 100).stream()
                .map(JournalService.Entry::what)
                .toList();
    }
}
