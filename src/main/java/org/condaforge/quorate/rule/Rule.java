package org.condaforge.quorate.rule;

/// What makes a vote pass.
public sealed interface Rule permits Majority, Consensus, AnyOf {}
