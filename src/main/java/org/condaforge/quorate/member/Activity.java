package org.condaforge.quorate.member;

import java.time.LocalDate;
import java.util.Optional;

/// Something that was seen of a member.
///
/// @param what in a word or two: "voted", "meeting"
/// @param where it can be looked at, as in the journal
public record Activity(MemberId member, String what, LocalDate on, Optional<Act.Subject> where) {}
