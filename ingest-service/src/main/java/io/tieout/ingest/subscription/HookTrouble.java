package io.tieout.ingest.subscription;

/// Why a webhook does not tell us anything, and what a person can do about it.
enum HookTrouble {
    NOT_REACHED(
            "Smartsheet has been trying in vain to deliver a callback.",
            "Make sure that %s answers from the internet. Smartsheet gives up after 14 attempts."),
    NOT_VERIFIED(
            "Our address did not answer Smartsheet's challenge.",
            "Make %s reachable from the internet: https, a certificate signed by a public authority,"
                    + " port 443, 8000, 8008, 8080 or 8443. Tieout goes on trying."),
    TURNED_OFF(
            "The webhook was turned off and cannot be turned on again.",
            "Ask who owns Tieout's Smartsheet account whether they turned it off. Tieout goes on"
                    + " trying."),
    CALLBACK_FAILED(
            "Smartsheet gave up delivering, and enabling the webhook again fails.",
            "Make sure that %s answers from the internet. Tieout goes on trying."),
    NOT_SHARED(
            "Tieout's Smartsheet account has lost access to the sheet.",
            "Share the sheet with Tieout's Smartsheet account again, as editor. The webhook comes"
                    + " back by itself then."),
    APP_REVOKED(
            "Tieout's permission at Smartsheet was revoked.",
            "Connect Smartsheet again. Tieout makes a new webhook then."),
    BY_SUPPORT(
            "Smartsheet's support has disabled the webhook.",
            "Ask Smartsheet's support to enable it, naming the webhook."),
    TOO_LARGE(
            "The sheet has outgrown what Smartsheet allows for webhooks.",
            "Archive rows or columns of the sheet, then ask Smartsheet's support to enable the"
                    + " webhook."),
    REFUSED(
            "Smartsheet refuses a webhook for the sheet.",
            "See the answer above. The callback address is %s; it must begin with https."),
    UNKNOWN(
            "The webhook is off for a reason that Tieout does not know.",
            "Look at the status above in Smartsheet's documentation. Tieout goes on trying.");

    private final String what;
    private final String remedy;

    HookTrouble(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy(String callbackUrl) {
        return remedy.formatted(callbackUrl);
    }
}
