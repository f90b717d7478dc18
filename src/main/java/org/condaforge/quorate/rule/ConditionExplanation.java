package org.condaforge.quorate.rule;

import static org.condaforge.quorate.rule.English.are;
import static org.condaforge.quorate.rule.English.count;
import static org.condaforge.quorate.rule.English.have;

/// A condition and what there is to say of it: "13 of the 15 needed have taken part."
///
/// @param condition what is asked for
/// @param sentence says how far it is met
public record ConditionExplanation(Condition condition, String sentence) {

    /// @param tally the condition was assessed for
    static ConditionExplanation of(Condition condition, Tally tally) {
        return new ConditionExplanation(condition, sentence(condition, tally) + ".");
    }

    private static String sentence(Condition condition, Tally tally) {
        int have = condition.have();
        int need = condition.need();
        boolean met = condition.met();
        return switch (condition.requirement()) {
            case PARTICIPATION -> participation(have, need);
            case PLANNED_LONGER ->
                met ? "Planned for longer than seven days" : "Planned for seven days or less; it must be longer";
            case YES ->
                have == 0
                        ? "Nobody said yes, %d %s needed".formatted(need, are(need))
                        : met
                                ? "%d said yes, %d %s needed".formatted(have, need, are(need))
                                : "%d of the %d needed said yes".formatted(have, need);
            case NO -> atMost("said no", have, need);
            case ABSTENTION -> atMost("abstained", have, need);
            case ENDED -> met ? "The end has come" : "The end has not come yet";
            case DAYS_OPEN ->
                met
                        ? "Open for %d days, %d are needed".formatted(have, need)
                        : have == 0
                                ? "Open for less than a day, %d days are needed".formatted(need)
                                : "Open for %d of the %d days needed".formatted(have, need);
            case PRESENTED -> met ? "Presented at a core meeting" : "Not presented at a core meeting";
            case CHAT -> announced("on chat", condition);
            case MAIL -> announced("by mail", condition);
            case DECISIVE ->
                met ? "%d said yes or no, 1 is needed".formatted(have) : "Nobody said yes or no, somebody must";
            case MAJORITY ->
                tally.decisive() == 0
                        ? "Nobody said yes or no"
                        : "%d of %d said yes, %d %s needed".formatted(have, tally.decisive(), need, are(need));
        };
    }

    private static String participation(int have, int need) {
        if (need == 0) {
            return "Nobody has to take part";
        }
        if (have == 0) {
            return "Nobody has taken part, %d %s needed".formatted(need, are(need));
        }
        return have >= need
                ? "%d %s taken part, %d %s needed".formatted(have, have(have), need, are(need))
                : "%d of the %d needed %s taken part".formatted(have, need, have(have));
    }

    private static String atMost(String did, int have, int need) {
        if (need > 0) {
            return "%s %s, at most %d may".formatted(have == 0 ? "Nobody" : have, did, need);
        }
        return have == 0 ? "Nobody %s, as the route asks".formatted(did) : "%d %s, nobody may".formatted(have, did);
    }

    private static String announced(String how, Condition condition) {
        return switch (condition.have()) {
            case 0 -> "Not announced %s, %s are needed".formatted(how, count(condition.need(), "notice"));
            case 1 -> "Announced %s once; %s are missing".formatted(how, count(condition.missing(), "more notice"));
            case 2 -> "Announced %s twice; a third notice is missing".formatted(how);
            default -> "Announced %s %s times".formatted(how, count(condition.have()));
        };
    }
}
