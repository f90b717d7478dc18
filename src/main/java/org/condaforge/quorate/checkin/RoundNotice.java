package org.condaforge.quorate.checkin;

import java.time.Instant;
import org.condaforge.quorate.vote.Channel;

/// An announcement of a round.
///
/// @param note a link to it, or where it can be found
public record RoundNotice(Channel channel, Instant sentAt, String note) {}
