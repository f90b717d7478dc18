package org.condaforge.quorate.access;

/// Who asks. The people are those of `Grove`.
enum Role {
    ANONYMOUS("anonymous", ""),
    OUTSIDER("signed in, no member", "sorrel"),
    EMERITUS("emeritus", "yew"),
    CORE("core", "birch"),
    SECRETARY("core, secretary", "cedar");

    private final String label;
    private final String login;

    Role(String label, String login) {
        this.label = label;
        this.login = login;
    }

    String label() {
        return label;
    }

    /// Empty for nobody.
    String login() {
        return login;
    }
}
