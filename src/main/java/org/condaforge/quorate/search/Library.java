package org.condaforge.quorate.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.meeting.ActionId;
import org.condaforge.quorate.meeting.ActionTexts;
import org.condaforge.quorate.meeting.MinutesTexts;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalTexts;
import org.condaforge.quorate.vote.DecisionTexts;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteTexts;
import org.springframework.stereotype.Component;

/// All that can be found, as the services tell it: which records there are, and what they say.
@Component
class Library {

    private static final int LONGEST_TITLE = 160;

    private final ProposalTexts proposals;
    private final VoteTexts votes;
    private final MinutesTexts minutes;
    private final MemberService members;
    private final ActionTexts actions;
    private final DecisionTexts decisions;
    private final RuleTexts rules;

    Library(
            ProposalTexts proposals,
            VoteTexts votes,
            MinutesTexts minutes,
            MemberService members,
            ActionTexts actions,
            DecisionTexts decisions,
            RuleTexts rules) {
        this.proposals = proposals;
        this.votes = votes;
        this.minutes = minutes;
        this.members = members;
        this.actions = actions;
        this.decisions = decisions;
        this.rules = rules;
    }

    /// The record of a kind and the key of its page.
    record Place(Kind kind, String key) {

        String id() {
            return Entry.id(kind, key);
        }
    }

    /// A mark for each record there is; it differs once what is indexed of the record differs.
    Map<Place, String> marks() {
        Map<Place, String> marks = new HashMap<>();
        proposals.marks().forEach((number, mark) -> marks.put(place(number), mark));
        votes.marks().forEach((id, mark) -> marks.put(place(id), mark));
        minutes.marks().forEach((date, mark) -> marks.put(place(date), mark));
        members.everybody().forEach(person -> marks.put(place(person), person.login() + " " + person.name()));
        actions.marks().forEach((id, mark) -> marks.put(place(id), mark));
        decisions.keys().forEach(key -> marks.put(place(key), ""));
        rules.keys().forEach(key -> marks.put(new Place(Kind.RULES, key), ""));
        return marks;
    }

    private static Place place(ProposalNumber number) {
        return new Place(Kind.CFEPS, String.valueOf(number.value()));
    }

    private static Place place(VoteId id) {
        return new Place(Kind.VOTES, String.valueOf(id.number()));
    }

    private static Place place(LocalDate date) {
        return new Place(Kind.MINUTES, date.toString());
    }

    private static Place place(Person person) {
        return new Place(Kind.MEMBERS, person.login());
    }

    private static Place place(ActionId id) {
        return new Place(Kind.ACTIONS, String.valueOf(id.number()));
    }

    private static Place place(DecisionTexts.Key key) {
        return new Place(Kind.DECISIONS, "%s %s %d".formatted(key.policy(), key.item(), key.id()));
    }

    private static DecisionTexts.Key decision(String key) {
        String[] parts = key.split(" ", 3);
        return new DecisionTexts.Key(parts[0], parts[1], Long.parseLong(parts[2]));
    }

    /// What these records of one kind say; those that are gone are left out.
    List<Entry> read(Kind kind, Collection<String> keys) {
        return switch (kind) {
            case CFEPS ->
                proposals.of(all(keys, key -> new ProposalNumber(Integer.parseInt(key)))).stream()
                        .map(Library::entry)
                        .toList();
            case VOTES ->
                votes.of(all(keys, key -> new VoteId(Long.parseLong(key)))).stream()
                        .map(Library::entry)
                        .toList();
            case MINUTES ->
                minutes.of(all(keys, LocalDate::parse)).stream()
                        .map(Library::entry)
                        .toList();
            case MEMBERS ->
                members.everybody().stream()
                        .filter(person -> keys.contains(person.login()))
                        .map(Library::entry)
                        .toList();
            case ACTIONS ->
                actions.of(all(keys, key -> new ActionId(Long.parseLong(key)))).stream()
                        .map(Library::entry)
                        .toList();
            case DECISIONS ->
                decisions.of(all(keys, Library::decision)).stream()
                        .map(Library::entry)
                        .toList();
            case RULES -> rules.of(keys);
        };
    }

    private static <T> List<T> all(Collection<String> keys, Function<String, T> read) {
        return keys.stream().map(read).toList();
    }

    private static Entry entry(ProposalTexts.Text proposal) {
        return new Entry(
                Kind.CFEPS,
                String.valueOf(proposal.number().value()),
                "%s: %s".formatted(proposal.number().label(), proposal.title()),
                proposal.date(),
                proposal.authors(),
                Passage.of(proposal.body()));
    }

    private static Entry entry(VoteTexts.Text vote) {
        List<Passage> passages = new ArrayList<>(Passage.of(vote.justification()));
        passages.addAll(Passage.of(vote.note()));
        // The text of a proposal is found at the proposal.
        passages.addAll(vote.proposal().isPresent() && !vote.own() ? List.of() : Passage.of(vote.text()));
        String key = String.valueOf(vote.id().number());
        return new Entry(Kind.VOTES, key, vote.title(), Optional.of(vote.endsOn()), List.of(), passages);
    }

    private static Entry entry(MinutesTexts.Text meeting) {
        return new Entry(
                Kind.MINUTES,
                meeting.date().toString(),
                meeting.title(),
                Optional.of(meeting.date()),
                List.of(),
                Passage.of(meeting.minutes()));
    }

    private static Entry entry(Person person) {
        List<String> names = Stream.concat(Stream.of(person.login()), initials(person.name()))
                .toList();
        return new Entry(Kind.MEMBERS, person.login(), person.name(), Optional.empty(), names, List.of());
    }

    private static Entry entry(ActionTexts.Text action) {
        String title = PlainText.excerpt(action.text(), 0, LONGEST_TITLE);
        boolean whole = title.equals(action.text());
        return new Entry(
                Kind.ACTIONS,
                String.valueOf(action.id().number()),
                whole ? title : title + " …",
                Optional.of(action.begunOn()),
                action.owners(),
                whole ? List.of() : Passage.of(action.text()));
    }

    private static Entry entry(DecisionTexts.Text decision) {
        return new Entry(
                Kind.DECISIONS,
                place(decision.key()).key(),
                "%s: %s".formatted(decision.itemTitle(), decision.subject()),
                Optional.of(decision.day()),
                List.of(decision.login()),
                Passage.of(decision.justification()));
    }

    /// As minutes shorten a name: with and without the names in the middle.
    private static Stream<String> initials(String name) {
        List<String> words = Stream.of(name.split("[\\s.\"'“”()-]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .toList();
        return words.size() < 2
                ? Stream.empty()
                : Stream.of(words.stream().collect(Collectors.joining()), words.getFirst() + words.getLast())
                        .distinct();
    }
}
