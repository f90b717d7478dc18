package org.condaforge.quorate.rule;

/// What a route asks for.
public enum Requirement {
    PARTICIPATION("take part", Bound.AT_LEAST),
    PLANNED_LONGER("planned longer than 7 days", Bound.AT_LEAST),
    YES("say yes", Bound.AT_LEAST),
    NO("say no", Bound.AT_MOST),
    ABSTENTION("abstain", Bound.AT_MOST),
    ENDED("the end has come", Bound.AT_LEAST),
    DAYS_OPEN("days open", Bound.AT_LEAST),
    PRESENTED("presented at a core meeting", Bound.AT_LEAST),
    CHAT("announced on chat", Bound.AT_LEAST),
    MAIL("announced by mail", Bound.AT_LEAST),
    DECISIVE("say yes or no", Bound.AT_LEAST),
    MAJORITY("say yes, of those who said yes or no", Bound.AT_LEAST);

    private final String label;
    private final Bound bound;

    Requirement(String label, Bound bound) {
        this.label = label;
        this.bound = bound;
    }

    /// What is counted, readable in a checklist.
    public String label() {
        return label;
    }

    Bound bound() {
        return bound;
    }

    /// Whether it either is so or not, and nothing is counted.
    public boolean isFact() {
        return this == PLANNED_LONGER || this == ENDED || this == PRESENTED;
    }
}
