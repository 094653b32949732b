package io.tieout.twin.quickbooks.rules;

import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;

/// Numbers a document unless the company numbers by hand, and refuses a number that is taken: 6140.
final class DocNumberRule implements Rule {
    private static final String NUMBER = "DocNumber";
    private static final long FIRST = 1001;

    @Override
    public void apply(Draft draft) {
        var automatic = !draft.realm().prefers("SalesFormsPrefs", "CustomTxnNumbers");
        var wanted = draft.text(NUMBER);
        if (draft.type().numbered()
                && ("AUTO_GENERATE".equals(wanted) || (automatic && wanted.isEmpty()))) {
            var before = draft.before();
            draft.body()
                    .put(
                            NUMBER,
                            before != null && Json.filled(before, NUMBER)
                                    ? before.path(NUMBER).textValue()
                                    : next(draft));
            return;
        }
        if (!wanted.isEmpty() && !draft.include().contains("allowduplicatedocnum")) {
            refuseTaken(draft, wanted);
        }
    }

    private static String next(Draft draft) {
        long highest = FIRST - 1;
        for (var other : draft.realm().all(draft.type().name())) {
            var number = other.path(NUMBER).asText("");
            if (number.length() < 16
                    && !number.isEmpty()
                    && number.chars().allMatch(Character::isDigit)) {
                highest = Math.max(highest, Long.parseLong(number));
            }
        }
        return String.valueOf(highest + 1);
    }

    /// A vendor's number must be new for that vendor only; purchases and payments may repeat
    /// theirs.
    private static void refuseTaken(Draft draft, String wanted) {
        var perVendor =
                draft.type().name().equals("Bill") || draft.type().name().equals("VendorCredit");
        if (!draft.type().numbered() && !perVendor) {
            return;
        }
        for (var other : draft.realm().all(draft.type().name())) {
            var same =
                    wanted.equals(other.path(NUMBER).asText(""))
                            && !other.path("Id").equals(draft.body().path("Id"))
                            && (!perVendor
                                    || other.path("VendorRef")
                                            .path("value")
                                            .equals(draft.body().path("VendorRef").path("value")));
            if (same) {
                throw QuickBooksFault.validation(
                        "6140",
                        "Duplicate Document Number Error",
                        "Duplicate Document Number Error : You must specify a different number."
                                + " This number has already been used. DocNumber="
                                + wanted
                                + " is assigned to TxnType="
                                + draft.type().name()
                                + " with TxnId="
                                + other.path("Id").asText(),
                        NUMBER);
            }
        }
    }
}
