package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.condaforge.quorate.member.Activity;
import org.condaforge.quorate.rule.Choice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The last ballot of each member, of standard votes only.
abstract class VoteActivityContract extends RollCallContract {

    @Autowired
    VoteActivity activity;

    @Test
    void isTheLastBallotInAStandardVote() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.YES);
        clock.advance(Duration.ofDays(2));
        cast("birch", vote, Choice.ABSTAIN);
        cast("cedar", vote, Choice.YES);

        assertThat(activity.last()).hasSize(2);
        assertThat(activity.last())
                .filteredOn(seen -> seen.member().equals(id("birch")))
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.what()).isEqualTo("voted");
                    assertThat(seen.on()).isEqualTo(LocalDate.of(2026, 3, 4));
                    assertThat(seen.where().orElseThrow().key()).isEqualTo(String.valueOf(vote.number()));
                });
    }

    @Test
    void isNeverOneOfASensitiveVote() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.YES);
        makeSensitive(vote);

        assertThat(activity.last()).extracting(Activity::member).isEmpty();
    }
}
