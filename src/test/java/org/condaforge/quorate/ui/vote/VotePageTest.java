package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.component.Choices;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.VoteArchive;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.springframework.beans.factory.annotation.Autowired;

/// What the tests of the pages of votes share.
abstract class VotePageTest extends ViewTest {

    static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired
    VoteReader votes;

    @Autowired
    VoteArchive archive;

    @Autowired
    MemberService members;

    static void open(VoteId vote) {
        open("votes/" + vote.number());
    }

    VoteDetail detail(VoteId vote) {
        return votes.detail(vote).orElseThrow();
    }

    MemberId id(String login) {
        return members.rosterEntry(login).orElseThrow().id();
    }

    /// A vote under conda's policy, which leaves emeritus members out, open for another week.
    VoteId underConda(String title) {
        return archive.lay(new VoteArchive.Entry(
                Policies.shipped().stream()
                        .filter(policy -> policy.name().equals("conda"))
                        .findFirst()
                        .orElseThrow(),
                new Call(
                        "conda",
                        "incubator-removal",
                        Optional.empty(),
                        title,
                        "It leaves.",
                        clock.instant().plus(Duration.ofDays(7)),
                        ""),
                id("alder"),
                clock.instant().minusSeconds(60),
                List.of()));
    }

    /// Chooses in the cast panel, as its reader would.
    static void choose(Choice choice) {
        Element input = inputs().get(choice.ordinal());
        ElementUtilsKt._fireDomEvent(input, new DomEvent(input, "change", JacksonUtils.createObjectNode()));
    }

    /// What is chosen in the cast panel.
    static Optional<Choice> chosen() {
        Optional<?> chosen = _get(Choices.class).chosen();
        return chosen.map(Choice.class::cast);
    }

    private static List<Element> inputs() {
        return within(_get(Choices.class).getElement())
                .filter(element -> !element.isTextNode() && element.getTag().equals("input"))
                .toList();
    }

    private static Stream<Element> within(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(VotePageTest::within));
    }

    /// What the choice would change, as the cast panel says it.
    static String effect(Choice choice) {
        return inputs().get(choice.ordinal()).getParent().getTextRecursively();
    }

    static void press(String button) {
        _click(_get(Button.class, spec -> spec.withText(button)));
    }

    /// The page as HTML without the values of attributes.
    static String markup() {
        return _get(Main.class).getElement().getOuterHTML().replaceAll("\"[^\"]*\"", "");
    }
}
