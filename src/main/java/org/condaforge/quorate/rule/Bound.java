package org.condaforge.quorate.rule;

/// Which side of a number satisfies a condition.
public enum Bound {
    AT_LEAST,
    AT_MOST
}
