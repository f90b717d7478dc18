package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.rule.Threshold;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Need;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// How votes are named and marked on every page, so that the same thing looks the same.
public final class VoteWords {

    private VoteWords() {}

    /// The chip that says in a word where a vote is: its result once it has one, else its state.
    public static Chip chip(VoteSummary vote) {
        return vote.result()
                .map(result -> switch (result) {
                    case PASSED -> Chip.good(result.label());
                    case REJECTED -> Chip.bad(result.label());
                    case INQUORATE -> Chip.plain(result.label());
                    case UNKNOWN -> Chip.plain("result unknown");
                    case UNOPENED -> Chip.warn("cannot be opened");
                })
                .orElseGet(() -> switch (vote.state()) {
                    case OPEN -> Chip.state("open");
                    case OVERDUE -> Chip.warn("overdue");
                    case EXPIRED -> Chip.warn("no result");
                    case WITHDRAWN, CLOSED -> Chip.plain(vote.state().label());
                });
    }

    /// The chip that says how long a vote still takes ballots, urgent in the last three days; else [#chip].
    public static Chip due(VoteSummary vote, Reader reader) {
        if (vote.state() != VoteState.OPEN) {
            return chip(vote);
        }
        Instant end = vote.endsAt();
        boolean soon = end.isBefore(reader.now().plus(java.time.Duration.ofDays(3)));
        return new Chip(soon ? Tone.WARN : Tone.PLAIN, reader.relative(end));
    }

    /// The item and its threshold: "CFEP approval · 60%".
    public static String item(VoteSummary vote) {
        return vote.terms()
                .map(terms -> threshold(terms.rule())
                        .map(threshold -> terms.itemTitle() + " · " + threshold.text())
                        .orElse(terms.itemTitle()))
                .orElse(
                        !vote.isPublic()
                                ? "sensitive"
                                : vote.state() == VoteState.EXPIRED
                                        ? "known from the minutes"
                                        : "kind of decision not known");
    }

    /// What kind of vote it is: its item, or where a vote without a known item comes from.
    static String kind(VoteDetail vote) {
        return vote.summary().terms().map(VoteSummary.Terms::itemTitle).orElseGet(() -> origin(vote));
    }

    private static String origin(VoteDetail vote) {
        if (!vote.summary().isPublic()) {
            return "Sensitive";
        }
        if (vote.summary().state() == VoteState.EXPIRED) {
            return "From the minutes";
        }
        return vote.completable() ? "Recorded by hand" : "From its record";
    }

    /// "passed, standard route · 17 of 19 yes".
    public static String outcome(VoteSummary vote) {
        String how = vote.route()
                .map(route -> ", %s"
                        .formatted(
                                route == org.condaforge.quorate.rule.Route.CONSENSUS
                                        ? "by consensus"
                                        : route.label() + " route"))
                .orElse("");
        String figures = vote.tally()
                .filter(tally -> tally.decisive() > 0)
                .map(tally -> " · %d of %d yes".formatted(tally.yes(), tally.decisive()))
                .orElse("");
        return vote.result().map(Result::label).orElse(vote.state().label()) + how + figures;
    }

    /// A ballot's sign in its colour.
    public static Span sign(Choice choice) {
        Span sign = new Span(choice.label());
        sign.addClassNames(
                "q-sign",
                switch (choice) {
                    case YES -> "q-yes";
                    case NO -> "q-no";
                    case ABSTAIN -> "q-abstain";
                });
        return sign;
    }

    /// The share of yes that a rule asks for; for a consensus there is none.
    public static Optional<Threshold> threshold(Rule rule) {
        return switch (rule) {
            case Majority majority -> Optional.of(majority.threshold());
            case Consensus consensus -> Optional.empty();
            case AnyOf any -> threshold(any.rules().getLast());
        };
    }

    /// The same share for drawings.
    public static Need need(Threshold threshold) {
        return new Need(threshold.numerator(), threshold.denominator(), threshold.exceeded(), threshold.plus());
    }

    /// The tally, or nothing cast.
    static Tally tally(VoteSummary vote) {
        return vote.tally().orElse(Tally.NONE);
    }
}
