package org.condaforge.quorate.policy;

/// A policy and the page it was read from.
///
/// @param source the path of the page's file, or the name of one that ships
/// @param line the line on which the policy is named
public record LoadedPage(Policy policy, String source, int line) {}
