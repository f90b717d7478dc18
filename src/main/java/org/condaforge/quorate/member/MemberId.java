package org.condaforge.quorate.member;

/// Names a member, whatever login or name they have.
public record MemberId(long number) {}
