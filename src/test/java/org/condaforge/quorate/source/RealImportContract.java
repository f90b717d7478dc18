package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.meeting.MeetingDetail;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first import of the real record; skipped where it is not on the machine.
abstract class RealImportContract {

    private static final LocalDate MEETING = LocalDate.of(2021, 10, 20);
    private static final ProposalNumber WITHOUT_FILE = new ProposalNumber(12);

    @Autowired
    ImportService imports;

    @Autowired
    MemberService members;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    VoteReader reader;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void readTheRecord() {
        community.clear();
        assertThat(read().refused()).isFalse();
    }

    private ImportReport read() {
        List<Path> paths = new ArrayList<>();
        for (String name : List.of("seed", "cfep", "members/core.csv", "members/emeritus.csv")) {
            paths.add(RealData.path(name));
        }
        return imports.importAll(paths);
    }

    @Test
    void holdsTheRosterAndEveryProposal() {
        assertThat(members.roster().active()).hasSize(24);
        assertThat(members.roster().emeritus()).hasSize(13);
        List<ProposalSummary> all = proposals
                .list(ProposalService.Filter.ALL, new Page.Request(0, 100))
                .items();
        assertThat(all).hasSize(23);
        assertThat(all).filteredOn(p -> p.fileStatus().isPresent()).hasSize(22);
        assertThat(all)
                .filteredOn(p -> p.fileStatus().isEmpty())
                .extracting(ProposalSummary::number)
                .containsExactly(WITHOUT_FILE);
    }

    @Test
    void theMeetingSaysWhatItsTruthSays() {
        JsonNode truth = JsonMapper.builder().build().readTree(RealData.text("truth/minutes/2021-10-20.json"));
        MeetingDetail meeting = meetings.detail(MEETING).orElseThrow();

        assertThat(meeting.title()).isEqualTo(truth.get("title").asString());
        assertThat(meeting.attendees())
                .extracting(MeetingDetail.Attendee::name)
                .containsExactlyElementsOf(strings(truth.get("attendees")));
        assertThat(meeting.proposals()).containsExactly(6, 10, 12, 18);
        assertThat(meeting.openVotes()).isEmpty();
        assertThat(meeting.pullRequestLinks()).isEqualTo(truth.get("pr_links").asInt());
        assertThat(meeting.carriedAgendas()).containsExactly(LocalDate.of(2021, 10, 6));
        assertThat(meeting.actionItems().stream()
                        .map(item -> List.<Object>of(item.done(), item.owners(), cut(item.text()))))
                .containsExactlyElementsOf(truth.get("action_items")
                        .valueStream()
                        .map(item -> List.<Object>of(
                                item.get("done").asBoolean(),
                                strings(item.get("owners")),
                                item.get("text").asString()))
                        .toList());
        assertThat(meeting.agendaItems().stream()
                        .filter(item -> item.section().equals("new"))
                        .map(item -> cut(item.text())))
                .containsExactlyElementsOf(truth.get("agenda_items")
                        .valueStream()
                        .map(item -> item.get("text").asString())
                        .toList());
        assertThat(meeting.attendees()).filteredOn(a -> a.member().isPresent()).hasSizeGreaterThan(8);
    }

    @Test
    void eachProposalOfTheMeetingLinksToIt() {
        for (int number : List.of(6, 10, 12, 18)) {
            ProposalDetail proposal =
                    proposals.detail(new ProposalNumber(number)).orElseThrow();
            assertThat(proposal.discussions()).isNotEmpty().allSatisfy(discussion -> {
                assertThat(discussion.date()).isEqualTo(MEETING);
                assertThat(discussion.excerpt()).isNotBlank().hasSizeLessThanOrEqualTo(200);
            });
        }
    }

    @Test
    void aProposalWithoutFileHasAVoteThatExpired() {
        ProposalDetail proposal = proposals.detail(WITHOUT_FILE).orElseThrow();
        assertThat(proposal.summary().status()).isEqualTo(Status.PROPOSED);
        assertThat(proposal.body()).isEmpty();

        assertThat(reader.list(VoteReader.Filter.on(WITHOUT_FILE), new Page.Request(0, 5))
                        .items())
                .singleElement()
                .satisfies(vote -> {
                    assertThat(vote.state()).isEqualTo(VoteState.EXPIRED);
                    assertThat(LocalDate.ofInstant(vote.closesAt(), ZoneOffset.UTC))
                            .isEqualTo(LocalDate.of(2020, 3, 11));
                    assertThat(vote.result()).isEmpty();
                    assertThat(vote.tally()).isEmpty();
                });
    }

    @Test
    void importingTwiceChangesNothing() {
        var before = community.everything();
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        ImportReport again = read();

        assertThat(again.count("", Change.NEW) + again.count("", Change.CHANGED))
                .isZero();
        assertThat(again.notes()).noneMatch(note -> note.contains("recognised"));
        assertThat(community.everything()).isEqualTo(before);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 60));
    }
}
