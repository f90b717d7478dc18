package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Effect;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Explanation;
import org.condaforge.quorate.rule.Headline;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.ShareBar;
import org.condaforge.quorate.ui.component.TallyBar;
import org.condaforge.quorate.ui.vote.RouteList;
import org.condaforge.quorate.ui.vote.VoteWords;

/// What a rule makes of a made-up vote: the sentence, the bars, what one more ballot would change, and the routes.
final class TrialResult extends Composite<Div> {

    private final Rule rule;
    private final Policy policy;
    private final Paragraph sentence = new Paragraph();
    private final Paragraph crowd = new Paragraph();
    private final Div bars = new Div();
    private final UnorderedList effects = new UnorderedList();
    private final RouteList routes = new RouteList();

    TrialResult(Rule rule, Policy policy) {
        this.rule = rule;
        this.policy = policy;
        sentence.addClassName("q-say");
        sentence.getElement().setAttribute("aria-live", "polite");
        crowd.addClassName("q-contradiction");
        effects.addClassName("q-effects");
        effects.getElement().setAttribute("role", "list");
    }

    @Override
    protected Div initContent() {
        var all = new Div(
                new Card("What comes of it", sentence, crowd, bars),
                new Card("What one more ballot would change", effects),
                new Card("How it is decided", routes));
        all.addClassName("q-stack");
        return all;
    }

    void show(Trial trial) {
        var electorate = new Electorate(trial.active());
        var tally = trial.tally();
        var explanation = Explanation.of(rule, electorate, tally, trial.evidence(), trial.more());
        say(explanation.headline());
        crowd(trial);
        bars.removeAll();
        bars.add(TallyBar.of(
                tally.yes(),
                tally.no(),
                tally.abstain(),
                trial.active(),
                quorum(rule) ? explanation.assessment().quorum() : 0));
        VoteWords.threshold(rule)
                .ifPresent(threshold -> bars.add(ShareBar.of(tally.yes(), tally.no(), VoteWords.need(threshold))));
        effects.removeAll();
        List.of(Choice.YES, Choice.ABSTAIN, Choice.NO)
                .forEach(choice -> effects.add(new ListItem(
                        VoteWords.sign(choice),
                        new Span(Effect.of(rule, electorate, tally, trial.evidence(), Optional.empty(), choice)))));
        routes.show(explanation.routes());
    }

    private void say(Headline headline) {
        sentence.removeAll();
        var lead = new Span(headline.lead());
        lead.addClassNames(
                "q-strong",
                switch (headline.tone()) {
                    case GOOD -> "q-good";
                    case BAD -> "q-bad";
                    case OPEN -> "q-warn";
                });
        sentence.add(lead, new Span(headline.rest()));
    }

    /// More ballots than there are active members are possible only where emeritus members vote.
    private void crowd(Trial trial) {
        int extra = trial.tally().cast() - trial.active();
        crowd.setVisible(extra > 0);
        crowd.setText(
                policy.emeritusMayVote()
                        ? "%d ballots, and %d active members: the others are emeritus members, who may vote and do not make the quorum larger."
                                .formatted(trial.tally().cast(), trial.active())
                        : "%d ballots of %d active members: on this page emeritus members may not vote."
                                .formatted(trial.tally().cast(), trial.active()));
    }

    private static boolean quorum(Rule rule) {
        return switch (rule) {
            case Majority _ -> true;
            case Consensus _ -> false;
            case AnyOf(var rules) -> quorum(rules.getLast());
        };
    }
}
