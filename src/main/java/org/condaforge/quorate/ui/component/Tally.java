package org.condaforge.quorate.ui.component;

import java.util.List;

/// How a vote stands, as it is drawn: who said what, on the scale of those who may.
record Tally(int yes, int no, int abstain, int active, int quorum) {

    /// One choice as a stretch of the scale.
    record Segment(String sign, String word, String className, int count, double from, double to) {

        double share() {
            return to - from;
        }
    }

    Tally {
        if (yes < 0 || no < 0 || abstain < 0 || active < 0 || quorum < 0) {
            throw new IllegalArgumentException("not a tally: %d yes, %d no, %d abstain, %d active, quorum %d"
                    .formatted(yes, no, abstain, active, quorum));
        }
    }

    int cast() {
        return yes + no + abstain;
    }

    /// The whole width: all who are active, or more where emeritus members took part too.
    int scale() {
        return Math.max(1, Math.max(active, Math.max(cast(), quorum)));
    }

    double at(int count) {
        return (double) count / scale();
    }

    List<Segment> segments() {
        return List.of(
                new Segment("+1", "yes", "q-yes", yes, 0, at(yes)),
                new Segment("−1", "no", "q-no", no, at(yes), at(yes + no)),
                new Segment("0", "abstain", "q-abstain", abstain, at(yes + no), at(cast())));
    }

    boolean hasQuorum() {
        return quorum > 0;
    }

    String inWords() {
        var said = "%d yes, %d no, %d abstain; %d of %d active".formatted(yes, no, abstain, cast(), active);
        return hasQuorum() ? said + ", quorum " + quorum : said;
    }
}
