package org.condaforge.quorate.checkin;

/// A round or an answer that cannot be; the message says why and what to do. Nothing was stored.
public class CheckInRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// With the reason, a sentence for people.
    public CheckInRefused(String reason) {
        super(reason);
    }
}
