package org.condaforge.quorate.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.journal.Certificates;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.journal.NotCertified;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.vote.RollCallReader;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteRecordTexts;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Votes: the standard ones whole, of the sensitive ones that they take place.
@RestController
class VoteController {

    private static final int HISTORY = 500;
    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=UTF-8");

    private final VoteReader votes;
    private final RollCallReader rollCall;
    private final JournalService journal;
    private final Certificates certificates;
    private final VoteRecordTexts records;

    VoteController(
            VoteReader votes,
            RollCallReader rollCall,
            JournalService journal,
            Certificates certificates,
            VoteRecordTexts records) {
        this.votes = votes;
        this.rollCall = rollCall;
        this.journal = journal;
        this.certificates = certificates;
        this.records = records;
    }

    /// Those that take ballots first, the one that ends next at the top; then the newest.
    @GetMapping("/api/v1/votes")
    Listing<VoteAnswer> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = Query.ofList(parameters, "state", "proposal", "item");
        VoteReader.Filter filter = new VoteReader.Filter(
                query.oneOf("state", List.of(VoteState.values()), VoteState::label)
                        .map(Set::of)
                        .orElse(Set.of()),
                Optional.empty(),
                query.text("item"),
                query.number("proposal", 1, Integer.MAX_VALUE).map(ProposalNumber::new),
                Optional.empty(),
                "");
        return Listing.of(votes.list(filter, query.page()), VoteAnswer::of);
    }

    /// The record of a standard vote; of a sensitive one what the list says of it.
    @GetMapping("/api/v1/votes/{id}")
    Object vote(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Query.of(parameters);
        VoteId vote = new VoteId(Query.number("id", id));
        VoteSummary summary = votes.summary(vote).orElseThrow(() -> unknown(vote));
        return summary.classification() == Classification.SENSITIVE
                ? VoteAnswer.of(summary)
                : votes.detail(vote)
                        .map(detail -> VoteRecord.of(
                                detail,
                                rollCall.of(summary),
                                journal.historyOf(new Act.Subject("vote", Long.toString(vote.number())), HISTORY)))
                        .orElseThrow(() -> unknown(vote));
    }

    /// The certificate of a standard vote that was held and ended here, as a file to keep.
    @GetMapping("/api/v1/votes/{id}/certificate")
    ResponseEntity<String> certificate(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Query.of(parameters);
        VoteId vote = ofStandard(id, "certificate");
        try {
            return file(certificates.of(vote), "vote-%d.json".formatted(vote.number()), MediaType.APPLICATION_JSON);
        } catch (NotCertified e) {
            throw Refusal.notFound(e.why());
        }
    }

    /// The record of a standard vote that has ended, as a file in the layout of conda-forge's.
    @GetMapping("/api/v1/votes/{id}/record")
    ResponseEntity<String> record(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Query.of(parameters);
        VoteId vote = ofStandard(id, "record");
        return records.of(vote)
                .map(text -> file(text, "vote-%d.md".formatted(vote.number()), MARKDOWN))
                .orElseThrow(() -> Refusal.notFound(
                        "Vote %d has not ended with a result: it has no record yet.".formatted(vote.number())));
    }

    private VoteId ofStandard(String id, String what) {
        VoteId vote = new VoteId(Query.number("id", id));
        VoteSummary summary = votes.summary(vote).orElseThrow(() -> unknown(vote));
        if (!summary.isPublic()) {
            throw Refusal.notFound(
                    "The %s of a sensitive vote is for members: they find it on the page of the vote.".formatted(what));
        }
        return vote;
    }

    private static ResponseEntity<String> file(String text, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(text);
    }

    private static Refusal unknown(VoteId vote) {
        return Refusal.notFound("There is no vote %d.".formatted(vote.number()));
    }
}
