package org.condaforge.quorate.api;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.MeetingReader;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberHistory;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalReader;
import org.condaforge.quorate.proposal.ProposalRecord;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.vote.RollCallReader;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteSummary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Everything public as JSON, in the words of the API: one array for each kind, a page of it in memory at a
/// time. Of sensitive votes nothing.
@Component
class JsonExport {

    private static final int SOME = 100;
    private static final int HISTORY = 500;

    private final MemberService members;
    private final ProposalReader proposals;
    private final VoteReader votes;
    private final RollCallReader rollCall;
    private final MeetingReader meetings;
    private final ActionReader actions;
    private final JournalService journal;
    private final JsonMapper json;
    private final Clock clock;

    JsonExport(
            MemberService members,
            ProposalReader proposals,
            VoteReader votes,
            RollCallReader rollCall,
            MeetingReader meetings,
            ActionReader actions,
            JournalService journal,
            JsonMapper json,
            Clock clock) {
        this.members = members;
        this.proposals = proposals;
        this.votes = votes;
        this.rollCall = rollCall;
        this.meetings = meetings;
        this.actions = actions;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    void writeTo(ExportFolder folder) throws IOException {
        members(folder);
        pages(folder, "proposals", page -> proposals.list(ProposalService.Filter.ALL, page), this::proposals);
        pages(folder, "votes", page -> votes.list(VoteReader.Filter.ALL, page), this::votes);
        pages(
                folder,
                "meetings",
                page -> meetings.list(Optional.empty(), page),
                some -> some.stream().map(MeetingController::answer).toList());
        pages(
                folder,
                "actions",
                page -> actions.list(ActionReader.Filter.ALL, ActionReader.Order.AGE, page),
                some -> some.stream()
                        .map(row -> ActionController.answer(row.action()))
                        .toList());
    }

    /// Everybody who was ever on a roster; without e-mail addresses, none of which reach this class.
    private void members(ExportFolder folder) throws IOException {
        LocalDate today = LocalDate.now(clock);
        var standings = members.standings();
        try (SequenceWriter out = array(folder, "members")) {
            for (MemberService.Person person : members.everybody()) {
                out.write(MemberController.answer(
                        new MemberHistory(
                                person.login(), person.name(), standings.getOrDefault(person.id(), List.of())),
                        today));
            }
        }
    }

    private List<?> proposals(List<ProposalRecord> some) {
        Map<ProposalNumber, List<VoteId>> votedOn = votes.votesOn(
                some.stream().map(record -> record.summary().number()).toList());
        return some.stream()
                .map(record -> ProposalController.answer(record, votedOn))
                .toList();
    }

    private List<?> votes(List<VoteSummary> some) {
        return some.stream()
                .filter(VoteSummary::isPublic)
                .flatMap(vote -> votes.detail(vote.id()).stream())
                .map(detail -> VoteRecord.of(
                        detail,
                        rollCall.of(detail.summary()),
                        journal.historyOf(
                                new Act.Subject(
                                        "vote",
                                        Long.toString(detail.summary().id().number())),
                                HISTORY)))
                .toList();
    }

    private <T> void pages(
            ExportFolder folder, String name, Function<Page.Request, Page<T>> list, Function<List<T>, List<?>> answers)
            throws IOException {
        try (SequenceWriter out = array(folder, name)) {
            int number = 0;
            Page<T> page;
            do {
                page = list.apply(new Page.Request(number++, SOME));
                for (Object answer : answers.apply(page.items())) {
                    out.write(answer);
                }
            } while (number < page.pages());
        }
    }

    private SequenceWriter array(ExportFolder folder, String name) throws IOException {
        return json.writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValuesAsArray(folder.create("json/%s.json".formatted(name)));
    }
}
