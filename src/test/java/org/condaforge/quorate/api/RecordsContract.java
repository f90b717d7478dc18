package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.vote.VoteArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// Lists of whole records, on both databases: as many statements for many rows as for few.
abstract class RecordsContract {

    private static final int FEW = 3;
    private static final int MANY = 60;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Autowired
    Community community;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    VoteArchive archive;

    @Autowired
    VoteController voteList;

    @Autowired
    ProposalController proposalList;

    @Autowired
    MeetingController meetingList;

    @Autowired
    MemberController memberList;

    @BeforeEach
    void beginEmpty() {
        community.clear();
    }

    @Test
    void needNoMoreStatementsForMoreRows() {
        lay(1, FEW);
        List<Integer> few = counts(FEW);
        lay(FEW + 1, MANY);

        assertThat(counts(MANY))
                .isEqualTo(few)
                .allSatisfy(count -> assertThat(count).isBetween(1, 14));
    }

    private List<Integer> counts(int rows) {
        return List.<Function<MultiValueMap<String, String>, Listing<?>>>of(
                        voteList::list, proposalList::list, meetingList::list, memberList::list)
                .stream()
                .map(list -> SqlCount.of(() ->
                                assertThat(list.apply(wholeList()).items()).hasSize(rows))
                        .size())
                .toList();
    }

    private static MultiValueMap<String, String> wholeList() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("size", "200");
        return parameters;
    }

    private void lay(int from, int to) {
        for (int number = from; number <= to; number++) {
            LocalDate day = FIRST.plusWeeks(number);
            ProposalNumber proposal = new ProposalNumber(number);
            community.active("tree-" + number);
            proposals.mentioned(proposal, proposal.label(), day);
            archive.expired(proposal, day, "It ended.");
            String text = """
                    # %s grove meeting

                    ## Attendees
                    - Tree %d

                    ### Agenda
                    * [x] (T) %s
                    * Leaves

                    ### TODOs
                    * [ ] (T) water
                    """.formatted(day, number, proposal.label());
            try {
                meetings.take(MinutesParser.parse(text, day + ".md"), day + ".md", text);
            } catch (UnreadableMinutes e) {
                throw new AssertionError(e);
            }
        }
    }
}
