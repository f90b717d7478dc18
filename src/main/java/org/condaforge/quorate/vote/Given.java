package org.condaforge.quorate.vote;

import java.util.Locale;

/// How a member gave a ballot to the secretary who entered it for them.
public enum Given {
    /// In writing: a letter, an e-mail or a message.
    MAIL,
    /// Spoken: at a meeting or by telephone.
    VOICE;

    /// "by mail".
    public String label() {
        return "by " + name().toLowerCase(Locale.ROOT);
    }
}
