package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.ui.component.LinkedText;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.vote.VoteWords;
import org.condaforge.quorate.vote.VoteSummary;

/// Something that happened to a proposal, with the day if it is known.
record StoryEntry(Optional<LocalDate> day, StoryKind kind, List<Component> content) {

    /// A status it came to have, by what, why, and who recorded it.
    static StoryEntry of(StatusEntry entry, Map<MemberId, Person> people) {
        List<Component> parts = new ArrayList<>();
        parts.add(ProposalWords.chip(entry.status()));
        parts.add(new Span(" " + ProposalWords.source(entry.source())));
        Optional.ofNullable(entry.recordedBy())
                .flatMap(by -> Optional.ofNullable(people.get(new MemberId(by))))
                .ifPresent(by -> {
                    parts.add(new Span(", "));
                    parts.add(Address.link(Address.member(by.login()), by.name()));
                });
        if (!entry.reason().isBlank()) {
            parts.add(small(new LinkedText(entry.reason(), Address.inText())));
        }
        return new StoryEntry(Optional.ofNullable(entry.since()), StoryKind.STATUS, parts);
    }

    /// A vote: one that takes ballots stands at today, another at the day it was decided or else ended.
    static StoryEntry of(VoteSummary vote, Reader reader) {
        LocalDate day =
                vote.takesBallots() ? reader.today() : day(vote.decidedAt().orElse(vote.closesAt()));
        List<Component> parts = new ArrayList<>();
        parts.add(Address.link(Address.of(vote.id()), vote.title()));
        parts.add(new Span(" "));
        parts.add(VoteWords.chip(vote));
        parts.add(small(VotesPanel.words(vote, reader)));
        return new StoryEntry(Optional.of(day), StoryKind.VOTES, parts);
    }

    /// The meetings of these discussions, each with all it said.
    static List<StoryEntry> of(List<Discussion> discussions) {
        Map<LocalDate, List<Discussion>> meetings = new LinkedHashMap<>();
        discussions.forEach(said ->
                meetings.computeIfAbsent(said.date(), date -> new ArrayList<>()).add(said));
        return meetings.values().stream().map(StoryEntry::meeting).toList();
    }

    private static StoryEntry meeting(List<Discussion> said) {
        List<Component> parts = new ArrayList<>();
        parts.add(Address.link(Address.of(said.getFirst().date()), name(said.getFirst())));
        if (said.size() == 1) {
            parts.addAll(words(said.getFirst()));
        } else {
            said.forEach(each -> parts.add(new Div(words(each).toArray(Component[]::new))));
        }
        return new StoryEntry(Optional.of(said.getFirst().date()), StoryKind.MEETINGS, parts);
    }

    /// The item, unless its words stand in the excerpt as well, and the excerpt.
    private static List<Component> words(Discussion said) {
        boolean repeated = said.item().isBlank() || said.excerpt().contains(said.item());
        return List.of(new Span(repeated ? "" : " · " + said.item()), new Span(": “%s”".formatted(said.excerpt())));
    }

    /// The meeting's title without the date that stands beside it.
    private static String name(Discussion said) {
        String rest = said.meeting().replace(said.date().toString(), "").strip();
        return rest.isEmpty() ? "Meeting" : rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }

    private static Div small(Component words) {
        Div small = new Div(words);
        small.addClassNames("q-small", "q-dim");
        return small;
    }

    /// The day of an instant by which a line or a list orders it.
    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
