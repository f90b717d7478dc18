package org.condaforge.quorate.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberHistory;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Members and what they were when. Never with an e-mail address: none reaches this class.
@RestController
class MemberController {

    /// A member. `standing` and `since` are those of the day asked for, null for someone who had left.
    record Answer(
            String login, String name, Optional<String> standing, Optional<LocalDate> since, List<Period> standings) {}

    /// A standing that held from `from` up to but not including `to`, which is null where it holds still. Where
    /// `exact` is false it began before `from`, nobody knows when.
    record Period(String standing, LocalDate from, @Nullable LocalDate to, boolean exact) {}

    private final MemberService members;
    private final Clock clock;

    MemberController(MemberService members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /// The roster of a day, by name; of today (UTC) where none is given.
    @GetMapping("/api/v1/members")
    Listing<Answer> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = Query.ofList(parameters, "on", "standing");
        LocalDate day = query.date("on").orElseGet(() -> LocalDate.now(clock));
        return Listing.of(
                members.histories(
                        day, query.oneOf("standing", List.of(Standing.values()), Standing::label), query.page()),
                member -> answer(member, day));
    }

    @GetMapping("/api/v1/members/{login}")
    Answer member(@PathVariable String login, @RequestParam MultiValueMap<String, String> parameters) {
        Query query = Query.of(parameters, "on");
        LocalDate day = query.date("on").orElseGet(() -> LocalDate.now(clock));
        return members.history(login)
                .map(member -> answer(member, day))
                .orElseThrow(() -> Refusal.notFound(
                        "Nobody with the login “%s” was ever on a roster.".formatted(Refusal.shortened(login))));
    }

    static Answer answer(MemberHistory member, LocalDate day) {
        Optional<StandingPeriod> then = member.on(day);
        return new Answer(
                member.login(),
                member.name(),
                then.map(period -> period.standing().label()),
                then.map(StandingPeriod::since),
                member.standings().stream()
                        .map(p -> new Period(p.standing().label(), p.since(), p.until(), p.sinceExact()))
                        .toList());
    }
}
