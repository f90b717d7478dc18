package org.condaforge.quorate.checkin;

import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;

/// A round with everybody who is asked, by name, and its announcements, oldest first.
public record RoundDetail(Round round, List<Asked> asked, List<RoundNotice> notices) {

    public RoundDetail {
        asked = List.copyOf(asked);
        notices = List.copyOf(notices);
    }

    /// How many have answered.
    public int answered() {
        return (int) asked.stream().filter(one -> one.answer().isPresent()).count();
    }

    /// What is known of that member in this round; empty for one who is not asked.
    public Optional<Asked> of(MemberId member) {
        return asked.stream().filter(one -> one.member().equals(member)).findFirst();
    }
}
