package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.condaforge.quorate.meeting.MeetingDetail;
import org.condaforge.quorate.meeting.MeetingPeople;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.proposal.CfepReference;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.ui.component.TextLinks;
import org.condaforge.quorate.vote.VoteTexts;

/// Links from what others wrote to the pages of the record: people, proposals, votes, meetings, and issues on GitHub.
/// What a page needs is asked for once; what is not known stays text.
@SpringComponent
public class RecordLinks {

    private static final String PROPOSALS = "conda-forge/cfep";
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    private static final String DATE = "(?:19|20)\\d\\d-\\d\\d-\\d\\d";
    private static final String CFEP = "(?i:\\bcfep[-# ]?0*[1-9]\\d{0,3}\\b)(?![/#\\w]|\\.\\w)";
    private static final String ENDING = "(?i:active votes?,? ends? on )" + DATE;
    private static final String VOTE = "(?i:\\bvot(?:e|es|ing) on )" + CFEP + "|" + CFEP + "(?i: vote\\b)";
    private static final String ISSUE = "(?<![\\w/#.-])[\\w.-]{1,39}/[\\w.-]{1,100}#[1-9]\\d{0,6}\\b";
    private static final String OWN_ISSUE = "(?<![\\w/&#])#[1-9]\\d{0,5}\\b";
    private static final String LOGIN = "(?<![\\w.@/-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?![\\w/@])";
    private static final String DAY = "(?<![\\w-])" + DATE + "(?![\\w-])";

    private final MemberService members;
    private final MeetingService meetings;
    private final VoteTexts votes;

    RecordLinks(MemberService members, MeetingService meetings, VoteTexts votes) {
        this.members = members;
        this.meetings = meetings;
        this.votes = votes;
    }

    /// Links in the minutes of that meeting; names and initials are those of the people who were there.
    public TextLinks inMinutes(MeetingDetail meeting) {
        MeetingPeople people = MeetingPeople.of(meeting);
        Map<String, String> called = new HashMap<>();
        people.names().forEach((name, person) -> called.put(name, Address.member(person.login())));
        people.initials().forEach((letters, person) -> called.put(letters, Address.member(person.login())));
        String names = either(people.names().keySet(), "(?<![\\p{L}\\p{N}@])", "(?![\\p{L}\\p{N}])");
        String initials = either(people.initials().keySet(), "(?<=[(\\[/,&+] ?|^)", "(?= ?[)\\]/,&+:])");
        List<ProposalNumber> numbers = meeting.proposals().stream()
                .filter(number -> number > 0)
                .map(ProposalNumber::new)
                .toList();
        return new Links(pattern(names, initials), called, votes.datesOn(numbers), meeting.date(), "");
    }

    /// Links in the text of a proposal; `#12` is an issue or pull request of the proposals' repository.
    public TextLinks inProposal(String body, LocalDate today) {
        return new Links(pattern(OWN_ISSUE), Map.of(), votes.datesOn(proposals(body)), today, PROPOSALS);
    }

    /// Links in the agenda of a meeting to come.
    public TextLinks inAgenda(String agenda, LocalDate day) {
        return new Links(pattern(), Map.of(), votes.datesOn(proposals(agenda)), day, "");
    }

    private static Set<ProposalNumber> proposals(String text) {
        return CfepReference.in(text).stream()
                .filter(reference -> reference.number() > 0)
                .map(reference -> new ProposalNumber(reference.number()))
                .collect(Collectors.toSet());
    }

    private static Pattern pattern(String... more) {
        String own = String.join("|", ENDING, VOTE, ISSUE, LOGIN, DAY, CFEP);
        String others = List.of(more).stream()
                .filter(part -> !part.isEmpty())
                .map(part -> "|" + part)
                .collect(Collectors.joining());
        return Pattern.compile(own + others);
    }

    /// One of the words, the longest that fits.
    private static String either(Collection<String> words, String before, String after) {
        return words.isEmpty()
                ? ""
                : words.stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", before + "(?:", ")" + after));
    }

    /// The links of one text.
    private final class Links implements TextLinks {

        private final Pattern words;
        private final Map<String, String> called;
        private final List<VoteTexts.Dates> held;
        private final LocalDate on;
        private final String repository;
        private final Map<String, String> logins = new HashMap<>();
        private final Set<LocalDate> days = new HashSet<>();

        Links(Pattern words, Map<String, String> called, List<VoteTexts.Dates> held, LocalDate on, String repository) {
            this.words = words;
            this.called = called;
            this.held = held;
            this.on = on;
            this.repository = repository;
            members.everybody().forEach(person -> logins.put(person.login().toLowerCase(Locale.ROOT), person.login()));
            days.addAll(meetings.datesSince(FIRST));
        }

        @Override
        public Pattern words() {
            return words;
        }

        @Override
        public Optional<String> href(String word) {
            if (called.containsKey(word)) {
                return Optional.ofNullable(called.get(word));
            }
            if (word.startsWith("@")) {
                return Optional.ofNullable(logins.get(word.substring(1).toLowerCase(Locale.ROOT)))
                        .map(Address::member);
            }
            List<CfepReference> proposals = CfepReference.in(word);
            if (!proposals.isEmpty() && word.toLowerCase(Locale.ROOT).contains("vot")) {
                return on(proposals.getFirst().number())
                        .or(() -> Address.inText().href(word));
            }
            int mark = word.indexOf('#');
            if (mark >= 0 && !word.toLowerCase(Locale.ROOT).startsWith("cfep#")) {
                String of = mark == 0 ? repository : word.substring(0, mark);
                return Optional.of("https://github.com/%s/issues/%s".formatted(of, word.substring(mark + 1)));
            }
            if (word.toLowerCase(Locale.ROOT).startsWith("cfep")) {
                return Address.inText().href(word);
            }
            return day(word).flatMap(day -> word.length() > 10 ? ending(day) : meeting(day));
        }

        /// The date at the end of the words.
        private static Optional<LocalDate> day(String word) {
            try {
                return word.length() < 10
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(word.substring(word.length() - 10)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private Optional<String> meeting(LocalDate day) {
            return days.contains(day) && !day.equals(on) ? Optional.of(Address.of(day)) : Optional.empty();
        }

        /// The vote that ended on that day somewhere on Earth, if it is one.
        private Optional<String> ending(LocalDate day) {
            List<VoteTexts.Dates> fitting = held.stream()
                    .filter(vote -> vote.endsOn().equals(day) || vote.endsOn().equals(day.plusDays(1)))
                    .toList();
            return fitting.size() == 1
                    ? Optional.of(Address.of(fitting.getFirst().id()))
                    : Optional.empty();
        }

        /// The vote on a proposal that was the latest when the text was written, or else the first.
        private Optional<String> on(int number) {
            List<VoteTexts.Dates> all = held.stream()
                    .filter(vote -> vote.proposal().value() == number)
                    .toList();
            return all.stream()
                    .filter(vote -> !vote.openedOn().orElse(vote.endsOn()).isAfter(on))
                    .reduce((first, later) -> later)
                    .or(() -> all.stream().findFirst())
                    .map(vote -> Address.of(vote.id()));
        }
    }
}
