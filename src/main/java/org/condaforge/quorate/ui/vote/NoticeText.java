package org.condaforge.quorate.ui.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.policy.Wording;
import org.condaforge.quorate.policy.Wording.Gap;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.vote.TimeOutProgress;
import org.condaforge.quorate.vote.VoteSummary;

/// The text of the next announcement of a vote, as its governance page words it, ready to copy. A pure function.
/// Whoever
/// reads it on chat or by mail may live in any zone: its times are UTC.
final class NoticeText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private NoticeText() {}

    /// @param meeting the next one before the end
    /// @param link the address of the vote's page
    static String of(Wording wording, TimeOutProgress timeOut, Optional<Instant> meeting, String link) {
        VoteSummary vote = timeOut.vote();
        Map<Gap, String> values = new EnumMap<>(Gap.class);
        values.put(Gap.QUESTION, vote.title());
        values.put(Gap.LINK, link);
        values.put(Gap.DEADLINE, MOMENT.format(timeOut.endIsSet() ? timeOut.end() : vote.endsAt()));
        values.put(Gap.PERIOD, period(Duration.between(timeOut.opened(), timeOut.end())));
        values.put(Gap.CAST, String.valueOf(vote.tally().map(Tally::cast).orElse(0)));
        meeting.ifPresent(next -> values.put(Gap.MEETING, MOMENT.format(next)));
        vote.terms().ifPresent(terms -> {
            values.put(Gap.ITEM, terms.itemTitle());
            values.put(Gap.QUORUM, String.valueOf(terms.quorum()));
            VoteWords.threshold(terms.rule()).ifPresent(share -> values.put(Gap.THRESHOLD, share.text()));
        });
        return wording.filled(values);
    }

    private static String period(Duration period) {
        return period.toDays() == 1 ? "1 day" : period.toDays() + " days";
    }
}
