package org.condaforge.quorate.rule;

/// One thing a route asks for: what there is, what is needed ("at least 15" or "at most 0"), and whether that
/// is so.
///
/// @param name what is counted, readable in a checklist: "take part", "presented at a core meeting"
/// @param have how many there are; 0 or 1 for what is so or not
/// @param bound on which side of `need` it is met
/// @param need how many are needed or allowed
public record Condition(String name, int have, Bound bound, int need) {

    /// A condition met from `need` on.
    public static Condition atLeast(String name, int have, int need) {
        return new Condition(name, have, Bound.AT_LEAST, need);
    }

    /// A condition met up to `need`.
    public static Condition atMost(String name, int have, int need) {
        return new Condition(name, have, Bound.AT_MOST, need);
    }

    /// Something that must be so.
    static Condition that(String name, boolean so) {
        return atLeast(name, so ? 1 : 0, 1);
    }

    /// Whether it is so.
    public boolean met() {
        return missing() == 0;
    }

    /// How many are too few or too many, 0 when met.
    public int missing() {
        return switch (bound) {
            case AT_LEAST -> Math.max(0, need - have);
            case AT_MOST -> Math.max(0, have - need);
        };
    }
}
