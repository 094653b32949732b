package io.tieout.launcher.story;

/// Who acts in the story.
enum Person {
    PAULA("pm@harbor.example", "Paula Marsh, project manager,"),
    FIONA("finance@harbor.example", "Fiona Lake, finance,"),
    ARTHUR("approver@harbor.example", "Arthur Stone, approver,"),
    OLGA("operator@harbor.example", "Olga Reyes, operator,"),
    VIC("viewer@harbor.example", "Vic Tan, who may only look,");

    /// The same for all of them, in the demo.
    static final String PASSWORD = "tieout-demo";

    private final String email;
    private final String introduction;

    Person(String email, String introduction) {
        this.email = email;
        this.introduction = introduction;
    }

    String email() {
        return email;
    }

    String introduction() {
        return introduction;
    }
}
