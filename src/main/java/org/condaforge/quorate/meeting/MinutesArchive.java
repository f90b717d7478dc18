package org.condaforge.quorate.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.vote.VoteArchive;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes over files of minutes: the meeting itself, the proposals it is the first to speak of, and votes that were over
/// without a result when the minutes were written.
@Service
@Transactional
public class MinutesArchive {

    private final MeetingService meetings;
    private final ProposalService proposals;
    private final VoteArchive votes;

    MinutesArchive(MeetingService meetings, ProposalService proposals, VoteArchive votes) {
        this.meetings = meetings;
        this.proposals = proposals;
        this.votes = votes;
    }

    /// The import of many files by one thread. What all have in common is read once, so that the last costs no
    /// more than the first; rosters that come later are not seen.
    public static final class Run {

        private final MeetingService.Known known;

        private Run(MeetingService.Known known) {
            this.known = known;
        }
    }

    /// What a file brought.
    ///
    /// @param change to the meeting
    /// @param proposals that nothing else told of before
    /// @param votes that nothing else told of before
    public record Taken(
            Minutes minutes,
            MeetingService.Change change,
            List<ProposalNumber> proposals,
            List<Minutes.StatedVote> votes) {

        public Taken {
            proposals = List.copyOf(proposals);
            votes = List.copyOf(votes);
        }
    }

    /// Begins the import of many files.
    @Transactional(readOnly = true)
    public Run begin() {
        return new Run(meetings.known());
    }

    /// Reads the file `fileName` with the content `content` and takes it over. The same file again brings nothing new.
    ///
    /// @throws UnreadableMinutes if these are no minutes; nothing was stored then
    public Taken take(String fileName, String content) throws UnreadableMinutes {
        return take(begin(), MinutesParser.parse(content, fileName), fileName, content);
    }

    /// The same with minutes that were read already, of one of many files.
    public Taken take(Run run, Minutes minutes, String fileName, String content) {
        MeetingService.Change change = meetings.take(minutes, fileName, content, run.known);
        return new Taken(minutes, change, mentioned(minutes), expired(minutes));
    }

    private List<ProposalNumber> mentioned(Minutes minutes) {
        Map<Integer, List<Minutes.Mention>> mentions = new LinkedHashMap<>();
        for (Minutes.Mention mention : minutes.mentions()) {
            if (mention.cfep() > 0) { // CFEP-00 is the template.
                mentions.computeIfAbsent(mention.cfep(), n -> new ArrayList<>()).add(mention);
            }
        }
        List<ProposalNumber> found = new ArrayList<>();
        mentions.forEach((value, places) -> {
            ProposalNumber number = new ProposalNumber(value);
            String title = MeetingService.titleIn(places.getFirst().item())
                    .orElseGet(() -> number.label() + ", known from the minutes only");
            Optional<String> discussion = places.stream()
                    .flatMap(mention -> ProposalLinks.discussion(minutes, mention).stream())
                    .findFirst();
            if (proposals.mentioned(number, title, minutes.date(), discussion) == ProposalService.Change.NEW) {
                found.add(number);
            }
        });
        return found;
    }

    private List<Minutes.StatedVote> expired(Minutes minutes) {
        List<Minutes.StatedVote> found = new ArrayList<>();
        for (Minutes.StatedVote vote : minutes.votes()) {
            // One that was not over when the minutes were written: they do not say that it has no result.
            if (vote.cfep() > 0
                    && vote.endsOn().isBefore(minutes.date())
                    && votes.expired(new ProposalNumber(vote.cfep()), vote.endsOn(), vote.excerpt())) {
                found.add(vote);
            }
        }
        return found;
    }
}
