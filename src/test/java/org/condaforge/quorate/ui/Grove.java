package org.condaforge.quorate.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.util.ReflectionTestUtils;

/// A small community for tests, laid down through the services: five core members (Alder, Birch, Cedar, Dogwood, Elm),
/// one emeritus (Yew). A test adds the proposals, meetings and votes it speaks of.
@TestComponent
public class Grove {

    /// Noon of a Wednesday between two meetings of the schedule (11 and 25 November).
    public static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");

    /// The day of [#NOW].
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    /// A text for a file of a proposal.
    public static final String BODY = "## Abstract\n\nTrees have names. CFEP-03 says how.\n";

    private static final List<String> CORE = List.of("Alder", "Birch", "Cedar", "Dogwood", "Elm");

    private final Community community;
    private final MutableClock clock;
    private final MemberService members;
    private final ProposalService proposals;
    private final MeetingService meetings;
    private final ActionLedger actions;
    private final VoteCalls calls;
    private final Casting casting;
    private final BeanFactory beans;

    Grove(
            Community community,
            MutableClock clock,
            MemberService members,
            ProposalService proposals,
            MeetingService meetings,
            ActionLedger actions,
            VoteCalls calls,
            Casting casting,
            BeanFactory beans) {
        this.community = community;
        this.clock = clock;
        this.members = members;
        this.proposals = proposals;
        this.meetings = meetings;
        this.actions = actions;
        this.calls = calls;
        this.casting = casting;
        this.beans = beans;
    }

    /// Empties every table, sets the clock to [#NOW] and lays the roster.
    public void plant() {
        community.clear();
        clock.set(NOW);
        CORE.forEach(name -> member(name, active(LocalDate.of(2019, 5, 1), null)));
        member(
                "Yew",
                active(LocalDate.of(2016, 2, 1), LocalDate.of(2025, 3, 1)),
                new StandingPeriod(Standing.EMERITUS, LocalDate.of(2025, 3, 1), true, null, "test"));
    }

    /// Adds a member; the login is the name in lower case with hyphens.
    public MemberId member(String name, StandingPeriod... standings) {
        return members.add(login(name), name, List.of(standings));
    }

    /// The login of that member.
    public static String login(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /// Active from a day on, up to but not including another.
    public static StandingPeriod active(LocalDate since, @Nullable LocalDate until) {
        return new StandingPeriod(Standing.ACTIVE, since, true, until, "test");
    }

    /// Takes a proposal from a file with that status, by Sorrel and Birch, created on 2 March 2026.
    public ProposalNumber proposal(int number, String title, String status) {
        return proposal(number, title, status, BODY);
    }

    /// Takes a proposal from a file with that status and body.
    public ProposalNumber proposal(int number, String title, String status, String body) {
        String name = "cfep-%02d.md".formatted(number);
        String text = """
                <table>
                <tr><td> Title </td><td> %s </td></tr>
                <tr><td> Status </td><td> %s </td></tr>
                <tr><td> Author(s) </td><td> Sorrel; Birch &lt;@birch&gt;</td></tr>
                <tr><td> Created </td><td> Mar 02, 2026</td></tr>
                <tr><td> Updated </td><td> May 11, 2026</td></tr>
                <tr><td> Discussion </td><td> https://example.org/pull/3 </td></tr>
                <tr><td> Implementation </td><td> NA </td></tr>
                </table>

                %s""".formatted(title.replace("&", "&amp;").replace("<", "&lt;"), status, body);
        try {
            proposals.take(CfepFile.parse(text, name), name, text);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
        return new ProposalNumber(number);
    }

    /// Takes minutes with everything minutes may have, in the form they are written: `body` follows the title.
    public LocalDate meeting(LocalDate date, String body) {
        String name = date + ".md";
        String text = "# %s core meeting\n\n%s".formatted(date, body);
        try {
            meetings.take(MinutesParser.parse(text, name), name, text);
            actions.follow();
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
        return date;
    }

    /// Lets that member call a vote on a proposal that ends after `days`.
    public VoteId vote(String caller, ProposalNumber proposal, int days) {
        return as(
                caller,
                () -> calls.call(new Call(
                        "conda-forge",
                        "cfep-approval",
                        Optional.of(proposal),
                        "Accept " + proposal.label(),
                        "",
                        clock.instant().plus(Duration.ofDays(days)),
                        "Ready.")));
    }

    /// Lets that member call a vote on another question, by +3 with no -1, that ends after `days`.
    public VoteId vote(String caller, String question, int days) {
        return as(
                caller,
                () -> calls.call(new Call(
                        "plus-three",
                        "consensus",
                        Optional.empty(),
                        question,
                        "The text of: " + question,
                        clock.instant().plus(Duration.ofDays(days)),
                        "")));
    }

    /// Lets that member cast a ballot.
    public void cast(String member, VoteId vote, Choice choice, String comment) {
        as(member, () -> {
            casting.cast(vote, choice, comment);
            return vote;
        });
    }

    /// Lets the time pass and ends what is due.
    public void pass(Duration time) {
        clock.advance(time);
        ReflectionTestUtils.invokeMethod(beans.getBean("voteCloser"), "closeDue");
    }

    /// The day it is now, UTC.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// Does something as that member, then is again who was before.
    public <T> T as(String login, java.util.function.Supplier<T> act) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SignIn.as(login);
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
