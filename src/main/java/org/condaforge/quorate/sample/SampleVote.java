package org.condaforge.quorate.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.VoteArchive;

/// An entry of `votes.yaml`.
///
/// @param closes the deadline, counted from the last full hour
/// @param announced on chat and by mail, counted from the opening
/// @param text what is voted on; empty for the text of the proposal
/// @param first who cast something else first, and what
/// @param comments by login
record SampleVote(
        String title,
        String policy,
        String item,
        Optional<Integer> proposal,
        String by,
        Duration closes,
        Duration period,
        List<Duration> announced,
        String text,
        String justification,
        List<String> favour,
        List<String> abstain,
        List<String> against,
        Map<String, Choice> first,
        Map<String, String> comments) {

    Call call(Instant hour) {
        return new Call(policy, item, proposal.map(ProposalNumber::new), title, text, closesAt(hour), justification);
    }

    Instant opensAt(Instant hour) {
        return closesAt(hour).minus(period);
    }

    Instant closesAt(Instant hour) {
        return hour.plus(closes);
    }

    boolean openAt(Instant moment, Instant hour) {
        return !opensAt(hour).isAfter(moment) && closesAt(hour).isAfter(moment);
    }

    /// The title without the number of the proposal.
    String shortTitle() {
        return title.replaceFirst("^Accept CFEP-\\d+: ", "");
    }

    /// The ballots, spread evenly from the opening to the end or to the last full hour, in an order that looks like
    /// chance and is always the same. Whoever changed a ballot did so last.
    List<VoteArchive.Cast> casts(Instant hour, Map<String, MemberId> members) {
        record Said(String login, Choice choice, String comment) {}
        List<Said> said = new ArrayList<>();
        List<Said> changed = new ArrayList<>();
        Map.of(Choice.YES, favour, Choice.ABSTAIN, abstain, Choice.NO, against)
                .forEach((choice, logins) -> logins.forEach(login -> {
                    Said last = new Said(login, choice, comments.getOrDefault(login, ""));
                    Optional<Choice> before = Optional.ofNullable(first.get(login));
                    before.ifPresent(other -> changed.add(last));
                    said.add(before.map(other -> new Said(login, other, "")).orElse(last));
                }));
        said.sort((one, other) -> one.login().compareTo(other.login()));
        Collections.shuffle(said, new Random(title.hashCode()));
        said.addAll(changed);

        Instant end = closesAt(hour).isBefore(hour) ? closesAt(hour) : hour;
        Duration step = Duration.between(opensAt(hour), end).dividedBy(said.size() + 1L);
        List<VoteArchive.Cast> casts = new ArrayList<>();
        for (Said one : said) {
            Instant at =
                    opensAt(hour).plus(step.multipliedBy(casts.size() + 1L)).truncatedTo(ChronoUnit.MINUTES);
            MemberId member = Optional.ofNullable(members.get(one.login())).orElseThrow();
            casts.add(new VoteArchive.Cast(member, one.choice(), one.comment(), at));
        }
        return casts;
    }
}
