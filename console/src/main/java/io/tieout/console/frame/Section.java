package io.tieout.console.frame;

/// The parts of the console, in the order of the navigation.
public enum Section {
    APPROVALS("Approvals", "/approvals", "a"),
    EXCEPTIONS("Exceptions", "/exceptions", "e"),
    PROJECTS("Projects", "/projects", "p"),
    MATCHING("Matching", "/matching", "m"),
    AUDIT("Audit", "/audit", "u"),
    DEAD_LETTERS("Dead letters", "/dead-letters", "d"),
    CONNECTIONS("Connections", "/connections", "c"),
    POLICY("Policy", "/policy", "o");

    private final String label;
    private final String path;
    private final String key;

    Section(String label, String path, String key) {
        this.label = label;
        this.path = path;
        this.key = key;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }

    /// The letter that, after `g`, goes there.
    public String key() {
        return key;
    }
}
