package org.condaforge.quorate.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.checkin.CheckInArchive;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.meeting.MinutesArchive;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.CfepIndex;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.vote.Channel;
import org.condaforge.quorate.vote.VoteArchive;
import org.condaforge.quorate.vote.VoteId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lays down the sample community where nobody is yet: after the migrations, before the first request. All of it or
/// nothing.
@Component
@ConditionalOnProperty("quorate.sample")
class SampleCommunity implements SmartInitializingSingleton {

    private static final List<Integer> PROPOSALS = List.of(2, 4, 8, 11, 20, 22, 23, 24, 25, 26, 27, 28);
    private static final int MEETINGS = 6;

    private final MemberService members;
    private final ProposalService proposals;
    private final MeetingSchedule schedule;
    private final MinutesArchive minutes;
    private final ActionLedger actions;
    private final VoteArchive archive;
    private final CheckInArchive checkIns;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SampleCommunity(
            MemberService members,
            ProposalService proposals,
            MeetingSchedule schedule,
            MinutesArchive minutes,
            ActionLedger actions,
            VoteArchive archive,
            CheckInArchive checkIns,
            TransactionTemplate transaction,
            Clock clock) {
        this.members = members;
        this.proposals = proposals;
        this.schedule = schedule;
        this.minutes = minutes;
        this.actions = actions;
        this.archive = archive;
        this.checkIns = checkIns;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (members.everybody().isEmpty()) {
                lay(clock.instant().truncatedTo(ChronoUnit.HOURS));
            }
        });
    }

    private void lay(Instant hour) {
        LocalDate today = LocalDate.ofInstant(hour, ZoneOffset.UTC);
        List<LocalDate> held =
                schedule.plannedDays(today.minusYears(10), today.minusDays(1)).reversed();
        SampleFiles files = new SampleFiles(today, held);
        List<SampleVote> called = files.list("votes.yaml", SampleVote.class).stream()
                .sorted(Comparator.comparing(vote -> vote.opensAt(hour)))
                .toList();
        Map<String, SampleMember> people = new HashMap<>();
        Map<String, MemberId> ids = new HashMap<>();
        for (SampleMember person : files.list("members.yaml", SampleMember.class)) {
            people.put(person.login(), person);
            ids.put(person.login(), members.add(person.login(), person.name(), person.periods()));
        }
        List<Written> written = PROPOSALS.stream()
                .map(number -> Written.of(number, files, people))
                .toList();
        written.forEach(proposal -> takeProposal(proposal.number(), proposal.firstFile()));
        for (int latest = MEETINGS; latest >= 1; latest--) {
            LocalDate day = held.get(latest - 1);
            String open = openVotes(called, day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), hour);
            takeMinutes(day, files.text("minutes/%d.md".formatted(latest)).replace("{open votes}", open));
        }
        actions.follow();
        called.forEach(vote -> layVote(vote, hour, ids));
        files.list("check-in.yaml", SampleRound.class).forEach(round -> layRound(round, hour, ids));
        for (Written proposal : written) {
            proposal.head()
                    .set()
                    .forEach(set -> proposals.layStatus(
                            new ProposalNumber(proposal.number()),
                            set.status(),
                            set.reason(),
                            id(set.by(), ids),
                            today.plusDays(set.day()).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
            takeProposal(proposal.number(), proposal.fileOfToday());
        }
        Map<Integer, Status> index = new HashMap<>();
        CfepIndex.parse(files.text("index.md"))
                .forEach((number, section) ->
                        index.put(number, Status.of(section).orElseThrow()));
        proposals.takeIndex(index);
    }

    /// A proposal with the names of its authors as its file writes them.
    private record Written(int number, SampleProposal head, List<String> authors, String body) {

        static Written of(int number, SampleFiles files, Map<String, SampleMember> people) {
            var file = files.headed("cfep/cfep-%02d.md".formatted(number), SampleProposal.class);
            List<String> authors = file.head().authors().stream()
                    .map(people::get)
                    .map(person -> "%s &lt;@%s&gt;".formatted(person.name(), person.login()))
                    .toList();
            return new Written(number, file.head(), authors, file.body());
        }

        String firstFile() {
            return head.firstFile(number, authors, body);
        }

        String fileOfToday() {
            return head.fileOfToday(number, authors, body);
        }
    }

    private void takeProposal(int number, String text) {
        String name = "cfep-%02d.md".formatted(number);
        try {
            proposals.take(CfepFile.parse(text, name), name, text);
        } catch (UnreadableCfep e) {
            throw new IllegalStateException(name, e);
        }
    }

    private void takeMinutes(LocalDate day, String text) {
        try {
            minutes.take(day + ".md", text);
        } catch (UnreadableMinutes e) {
            throw new IllegalStateException("the minutes of " + day, e);
        }
    }

    private static String openVotes(List<SampleVote> called, Instant moment, Instant hour) {
        List<String> open = called.stream()
                .filter(vote -> vote.openAt(moment, hour))
                .map(SampleVote::shortTitle)
                .toList();
        return (open.isEmpty() ? List.of("none") : open)
                .stream().map(title -> "    * " + title).collect(Collectors.joining("\n"));
    }

    private void layRound(SampleRound round, Instant hour, Map<String, MemberId> ids) {
        checkIns.lay(
                shipped("conda-forge"),
                "quarterly",
                round.openedAt(hour),
                round.answers(hour, ids),
                round.announcedAt(hour),
                "Where the core team is told of its votes.");
    }

    /// The page as it ships, not as this instance may have it: the sample looks the same everywhere.
    private static Policy shipped(String name) {
        return Policies.shipped().stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void layVote(SampleVote vote, Instant hour, Map<String, MemberId> ids) {
        Policy policy = shipped(vote.policy());
        MemberId caller = id(vote.by(), ids);
        VoteId laid = archive.lay(
                new VoteArchive.Entry(policy, vote.call(hour), caller, vote.opensAt(hour), vote.casts(hour, ids)));
        for (Duration after : vote.announced()) {
            Instant at = vote.opensAt(hour).plus(after);
            archive.announced(laid, caller, Channel.CHAT, at, "In the channel of the core team.");
            archive.announced(laid, caller, Channel.MAIL, at, "To the list of the core team.");
        }
    }

    private static MemberId id(String login, Map<String, MemberId> ids) {
        return Optional.ofNullable(ids.get(login)).orElseThrow();
    }
}
