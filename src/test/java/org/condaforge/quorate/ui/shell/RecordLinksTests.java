package org.condaforge.quorate.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.component.LinkedText;
import org.condaforge.quorate.ui.component.MarkdownText;
import org.condaforge.quorate.ui.component.TextLinks;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class RecordLinksTests extends ViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Autowired
    RecordLinks links;

    @Autowired
    MeetingService meetings;

    private VoteId vote = new VoteId(0);

    @BeforeEach
    void record() {
        grove.member("Rowan Ash", Grove.active(LocalDate.of(2020, 1, 1), null));
        grove.member("Silver Fir", Grove.active(LocalDate.of(2020, 1, 1), null));
        grove.meeting(LocalDate.of(2026, 10, 14), "## Agenda\n* nothing\n");
        vote = grove.vote("alder", grove.proposal(12, "Where seeds are kept", "Proposed"), 7);
        meeting("");
    }

    private void meeting(String more) {
        grove.meeting(DAY, """
                ## Attendees

                | Name | Initials | GitHub ID | Affiliation |
                |------|----------|-----------|-------------|
                | Rowan Ash | RA | rowan-ash | |
                | Silver Fir | SF | silver-fir | |
                | Stranger Fig | SF | fig | |
                | Birch | BI | birch | |

                ## Agenda
                * [ ] CFEP-12 as before
                %s
                """.formatted(more));
    }

    private TextLinks inMinutes() {
        return links.inMinutes(meetings.detail(DAY).orElseThrow());
    }

    private List<String> hrefs(String text, TextLinks links) {
        return new MarkdownText(text, links)
                .getElement()
                .getChildren()
                .flatMap(RecordLinksTests::all)
                .filter(element -> element.getTag().equals("a"))
                .map(element -> element.getTextRecursively() + " > " + element.getAttribute("href"))
                .toList();
    }

    private static java.util.stream.Stream<com.vaadin.flow.dom.Element> all(com.vaadin.flow.dom.Element element) {
        return element.isTextNode()
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(element),
                        element.getChildren().flatMap(RecordLinksTests::all));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask @birch | @birch > members/birch",
                "ask @BIRCH, please | @BIRCH > members/birch",
                "Rowan Ash will | Rowan Ash > members/rowan-ash",
                "(RA) plant it | RA > members/rowan-ash",
                "(BI/RA) plant it | BI > members/birch ; RA > members/rowan-ash",
                "RA: plant it | RA > members/rowan-ash",
                "see CFEP-12 | CFEP-12 > cfeps/12",
                "as on 2026-10-14 | 2026-10-14 > meetings/2026-10-14",
                "elm/grove#12 is done | elm/grove#12 > https://github.com/elm/grove/issues/12",
            })
    void leadsToWhatTheMinutesName(String text, String expected) {
        assertThat(hrefs(text, inMinutes())).containsExactly(expected.split(" ; "));
    }

    @Test
    void leadsToTheVoteThatTheMinutesMean() {
        assertThat(hrefs("the vote on CFEP-12 is on", inMinutes()))
                .containsExactly("vote on CFEP-12 > votes/" + vote.number());
        assertThat(hrefs("Active vote, ends on 2026-11-25", inMinutes()))
                .containsExactly("Active vote, ends on 2026-11-25 > votes/" + vote.number());
        assertThat(hrefs("Active vote, ends on 2026-12-25", inMinutes())).isEmpty();
        assertThat(hrefs("the vote on CFEP-13", inMinutes())).containsExactly("vote on CFEP-13 > cfeps/13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(SF) two people have these initials",
                "RA without brackets is a word",
                "mail somebody@birch or a.b@birch.example",
                "nobody is called @quince",
                "on 2026-10-15 nobody met, nor on 2026-99-99, nor 12026-10-14",
                "on 2026-11-24 is this meeting itself",
                "#12 may be anything",
                "`@birch CFEP-12 (RA) elm/grove#12`",
                "Rowan Ashwood is somebody else",
                "Stranger Fig is a guest",
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(hrefs(text, inMinutes())).isEmpty();
    }

    @Test
    void leavesLinksAndCodeAsTheyAre() {
        assertThat(hrefs("[@birch and CFEP-12](https://example.org)", inMinutes()))
                .containsExactly("@birch and CFEP-12 > https://example.org");
        assertThat(hrefs("https://example.org/@birch/CFEP-12#12", inMinutes())).hasSize(1);
        assertThat(hrefs("```\n@birch\n```\n", inMinutes())).isEmpty();
    }

    @Test
    void numbersInAProposalAreIssuesOfItsRepository() {
        TextLinks inProposal = links.inProposal("vote on CFEP-12", DAY);

        assertThat(hrefs("see #23 and vote on CFEP-12, not c#23 or &#23;", inProposal))
                .containsExactly(
                        "#23 > https://github.com/conda-forge/cfep/issues/23",
                        "vote on CFEP-12 > votes/" + vote.number());
        assertThat(hrefs("(RA) @birch", inProposal)).containsExactly("@birch > members/birch");
    }

    @Test
    void hostileTextIsText() {
        TextLinks inMinutes = inMinutes();
        for (String part :
                List.of("@", "#1", "a/", "a/b#", "CFEP-", "2026-", "(RA", "vote on ", "<b>", "\u0000", "@a-")) {
            assertThat(hrefs(part.repeat(100_000 / part.length()), inMinutes)).isNotNull();
        }
        assertThat(hrefs("@birch\"><script>alert(1)</script> x/\"onload=#1", inMinutes))
                .allSatisfy(link -> assertThat(link).doesNotContain("<", "onload"));
        assertThat(new LinkedText("@birch", inMinutes).getElement().getChild(1).getAttribute("href"))
                .isEqualTo("members/birch");
    }

    @Test
    void asksAsOftenForOneLinkAsForAThousand() {
        int few = SqlCount.of(this::inMinutes).size();
        meeting("* @birch CFEP-12 2026-10-14 vote on CFEP-12 (RA)\n".repeat(1_000));

        List<String> many = SqlCount.of(() -> hrefs("@birch 2026-10-14 ".repeat(1_000), inMinutes()));

        assertThat(many).hasSize(few);
    }

    @Test
    void thePagesCarryThem() {
        meeting("* [ ] (RA) vote on CFEP-12, as on 2026-10-14");

        open("meetings/2026-11-24");
        assertThat(links()).contains("members/rowan-ash", "votes/" + vote.number(), "meetings/2026-10-14", "cfeps/12");

        grove.proposal(14, "More", "Draft", "As #9 and elm/grove#3 say.");
        open("cfeps/14");
        assertThat(links())
                .contains("https://github.com/conda-forge/cfep/issues/9", "https://github.com/elm/grove/issues/3");
    }
}
