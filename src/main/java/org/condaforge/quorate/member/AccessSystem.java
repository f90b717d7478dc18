package org.condaforge.quorate.member;

/// Something to which members have access.
///
/// @param name unlike any other, in any case
/// @param managedAt where access to it is given and taken: an address or a few words; may be empty
/// @param holders how many members hold it now
public record AccessSystem(Id id, String name, AccessKind kind, String managedAt, int holders) {

    /// The longest name, in characters.
    public static final int LONGEST_NAME = 120;

    /// The longest text of where it is managed, in characters.
    public static final int LONGEST_PLACE = 400;

    /// The number of a system.
    public record Id(long number) {}
}
