package org.condaforge.quorate.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.checkin.RoundStore.Opening;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.vote.Channel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rounds as they took place: how a community is first laid down. Asks nobody who they are.
@Service
@Transactional
public class CheckInArchive {

    private final RoundOpening opening;
    private final RoundStore store;
    private final MemberService members;
    private final RoundActs acts;
    private final Clock clock;

    CheckInArchive(RoundOpening opening, RoundStore store, MemberService members, RoundActs acts, Clock clock) {
        this.opening = opening;
        this.store = store;
        this.members = members;
        this.acts = acts;
        this.clock = clock;
    }

    /// What a member answered, and when.
    public record Said(MemberId member, Answer.Choice choice, Instant at) {}

    /// Lays down a round that asked everybody who was active on the day it opened.
    ///
    /// @param answers one of each member at most
    /// @param announced when, on chat and by mail
    /// @param where the announcements can be found
    /// @throws IllegalArgumentException for acts in the future, answers of people who were not asked, and where the
    ///     page has no such cadence
    public RoundId lay(
            Policy policy,
            String cadence,
            Instant openedAt,
            List<Said> answers,
            List<Instant> announced,
            String where) {
        Instant now = clock.instant();
        if (Stream.concat(Stream.concat(Stream.of(openedAt), answers.stream().map(Said::at)), announced.stream())
                .anyMatch(now::isBefore)) {
            throw new IllegalArgumentException("An act in the future cannot be laid down.");
        }
        Cadence found = policy.checkIn().stream()
                .flatMap(checkIn -> checkIn.cadences().stream())
                .filter(one -> one.name().equals(cadence))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no cadence " + cadence + "."));
        RoundId id = opening.open(
                new Opening(
                        Round.Kind.EVERYBODY,
                        policy.name(),
                        Optional.of(found.name()),
                        RoundTitle.of(found, openedAt),
                        openedAt,
                        openedAt,
                        found.asking(),
                        Optional.empty()),
                members.rosterOn(LocalDate.ofInstant(openedAt, ZoneOffset.UTC)).active());
        for (Said said : answers) {
            Answer answer = new Answer(said.choice(), Optional.empty(), said.at());
            if (!store.answer(id, said.member(), answer)) {
                throw new IllegalArgumentException("An answer of somebody who was not asked.");
            }
            acts.tell(id, Optional.of(said.member()), said.at(), "answered " + CheckIns.words(answer));
        }
        for (Instant at : announced) {
            for (Channel channel : Channel.values()) {
                store.add(id, new RoundNotice(channel, at, where), Optional.empty(), at);
                acts.tell(id, Optional.empty(), at, "was announced " + channel.label());
            }
        }
        return id;
    }
}
