package org.condaforge.quorate.rule;

/// One thing a route asks for: what there is, what is needed ("at least 15" or "at most 0"), and whether that
/// is so.
///
/// @param requirement what is counted
/// @param have how many there are; 0 or 1 for what is so or not
/// @param need how many are needed or allowed
public record Condition(Requirement requirement, int have, int need) {

    /// Something that must be so.
    static Condition that(Requirement requirement, boolean so) {
        return new Condition(requirement, so ? 1 : 0, 1);
    }

    /// What is counted, readable in a checklist: "take part", "presented at a core meeting".
    public String name() {
        return requirement.label();
    }

    /// On which side of `need` it is met.
    public Bound bound() {
        return requirement.bound();
    }

    /// Whether it is so.
    public boolean met() {
        return missing() == 0;
    }

    /// How many are too few or too many, 0 when met.
    public int missing() {
        return switch (bound()) {
            case AT_LEAST -> Math.max(0, need - have);
            case AT_MOST -> Math.max(0, have - need);
        };
    }
}
