package org.condaforge.quorate.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// That a member holds or held access to a system.
///
/// @param standing of the member today; empty where they are on no roster
/// @param since empty where nobody says since when
/// @param grantedBy the login of whoever recorded it
/// @param revoked empty as long as it is held
public record AccessGrant(
        Id id,
        AccessSystem.Id system,
        String systemName,
        MemberService.Person member,
        Optional<Standing> standing,
        Optional<LocalDate> since,
        String grantedBy,
        Instant grantedAt,
        Optional<Revoked> revoked) {

    /// The number of a grant.
    public record Id(long number) {}

    /// Who recorded that it is held no longer, and when.
    ///
    /// @param by a login
    public record Revoked(String by, Instant at) {}
}
