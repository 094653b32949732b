package io.tieout.ingest.extraction;

/// Why a file could not be read, and what to do about it.
public enum Problem {
    NO_FILE("it is a link, not a file", "Attach the file itself."),
    UNSUPPORTED(
            "its type is not one that Tieout reads",
            "Attach it as PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), text or CSV."),
    TOO_LARGE("it is larger than Tieout reads", "Attach a smaller file, of the pages that matter."),
    TOO_MANY(
            "the row has more files than Tieout reads, and newer ones go first",
            "Remove files that do not matter from the row."),
    ENCRYPTED("it is protected by a password", "Attach it without a password."),
    OTHER_CONTENT(
            "its content is not of the type that its name says",
            "Save it in the type that its name says, and attach it anew."),
    BROKEN("it is broken", "Open it, save it again, and attach it anew."),
    UNPACKS_TOO_LARGE(
            "it unpacks to far more than its size",
            "Save it as PDF, and attach that, if you know where it came from."),
    DIED(
            "reading it took more memory than allowed",
            "Attach a simpler file, such as a PDF of the pages that matter."),
    TOOK_TOO_LONG(
            "reading it took longer than allowed",
            "Attach a simpler file, such as a PDF of the pages that matter."),
    NO_TEXT("it holds no text, perhaps only pictures", "Attach a file with text, not a scan."),
    NOT_DELIVERED("Smartsheet's links to it do not work", "Attach it anew.");

    private final String words;
    private final String remedy;

    Problem(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    public String words() {
        return words;
    }

    public String remedy() {
        return remedy;
    }
}
