package org.condaforge.quorate.meeting;

import java.util.Locale;

/// What became of an action item.
public enum ActionState {
    /// Still to be done.
    OPEN,
    /// Ticked, in the minutes or here.
    DONE,
    /// Never ticked, and missing from the newest list of action items.
    GONE;

    /// As in addresses and in the API.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
