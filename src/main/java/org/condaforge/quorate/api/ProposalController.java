package org.condaforge.quorate.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.Drift;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalReader;
import org.condaforge.quorate.proposal.ProposalRecord;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Proposals with their history, votes and discussions.
@RestController
class ProposalController {

    /// A proposal. `status` is a word of CFEP-01, `fileStatus` what the file writes, `drift` says what does
    /// not fit together.
    record Answer(
            int number,
            String title,
            String status,
            Optional<String> fileStatus,
            List<String> drift,
            List<Author> authors,
            Optional<LocalDate> created,
            Optional<LocalDate> updated,
            Optional<String> discussion,
            Optional<String> implementation,
            List<Entry> statusHistory,
            List<Long> votes,
            List<DiscussionAnswer> discussions) {}

    /// An author as the file names them; `login` is null where it does not say.
    record Author(String name, @Nullable String login) {}

    /// A status, oldest first: since when, if that is known, and what made it known: `file`, `commit`, `vote`,
    /// `hand`, `minutes`, or `added` where a core member added a proposal without a file.
    record Entry(@Nullable LocalDate date, String status, String source, String reason) {}

    private final ProposalReader proposals;
    private final VoteReader votes;

    ProposalController(ProposalReader proposals, VoteReader votes) {
        this.proposals = proposals;
        this.votes = votes;
    }

    /// Highest number first.
    @GetMapping("/api/v1/proposals")
    Listing<Answer> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = Query.ofList(parameters, "status", "drift");
        Page<ProposalRecord> found = proposals.list(
                new ProposalService.Filter(
                        query.oneOf("status", List.of(Status.values()), Status::label),
                        "",
                        query.oneOf("drift", List.of(true, false), String::valueOf)),
                query.page());
        Map<ProposalNumber, List<VoteId>> votedOn = votes.votesOn(
                found.items().stream().map(record -> record.summary().number()).toList());
        return Listing.of(found, record -> answer(record, votedOn));
    }

    @GetMapping("/api/v1/proposals/{number}")
    Answer proposal(@PathVariable String number, @RequestParam MultiValueMap<String, String> parameters) {
        Query.of(parameters);
        ProposalNumber wanted = new ProposalNumber(Query.number("number", number));
        return proposals
                .find(wanted)
                .map(record -> answer(record, votes.votesOn(List.of(wanted))))
                .orElseThrow(() -> Refusal.notFound("There is no %s.".formatted(wanted.label())));
    }

    static Answer answer(ProposalRecord record, Map<ProposalNumber, List<VoteId>> votedOn) {
        ProposalSummary summary = record.summary();
        return new Answer(
                summary.number().value(),
                summary.title(),
                summary.status().label(),
                summary.fileStatus(),
                summary.drift().stream().map(Drift::sentence).toList(),
                record.authors().stream()
                        .map(author -> new Author(author.name(), author.login()))
                        .toList(),
                summary.created(),
                summary.updated(),
                record.discussion(),
                record.implementation(),
                record.history().stream()
                        .map(e -> new Entry(e.since(), e.status().label(), Words.of(e.source()), e.reason()))
                        .toList(),
                votedOn.getOrDefault(summary.number(), List.of()).stream()
                        .map(VoteId::number)
                        .toList(),
                DiscussionAnswer.all(record.discussions()));
    }
}
