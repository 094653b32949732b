package io.tieout.reconcile.aliases;

import io.tieout.reconcile.facts.Vendors.Vendor;
import io.tieout.reconcile.names.NameText;
import io.tieout.reconcile.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides what comes of it when a person says that a name is a vendor. Pure.
sealed interface AliasAnswer {
    /// The name is taken for the vendor from now on.
    record Learned(Vendor vendor) implements AliasAnswer {}

    /// It was already; one more person says so.
    record Confirmed(Vendor vendor) implements AliasAnswer {}

    /// The name is somebody else, so this is not learned.
    record Contradicts(Vendor vendor, Refusal refusal) implements AliasAnswer {}

    /// There is nothing to learn.
    record Refused(Refusal refusal) implements AliasAnswer {}

    /// @param learned for whom the name is taken now
    static AliasAnswer of(
            String name, String vendorName, List<Vendor> vendors, Optional<Known> learned) {
        String nameKey = key(name);
        if (nameKey.isEmpty()) {
            return new Refused(
                    new Refusal(
                            "The name \"%.60s\" has no word in it".formatted(name),
                            "Write a name into the row."));
        }
        Optional<Vendor> meant = vendor(vendors, key(vendorName));
        if (meant.isEmpty()) {
            return new Refused(
                    new Refusal(
                            "The books have no vendor called \"%.100s\"".formatted(vendorName),
                            "Create the vendor in QuickBooks, or choose one that is there."));
        }
        Vendor vendor = meant.get();
        Optional<Vendor> namesake = vendor(vendors, nameKey);
        if (namesake.isPresent()) {
            return namesake.get().id().equals(vendor.id())
                    ? new Refused(
                            new Refusal(
                                    "\"%.100s\" is the vendor's own name".formatted(name),
                                    "Nothing to do."))
                    : new Contradicts(
                            vendor,
                            new Refusal(
                                    "\"%.100s\" was said to be %s, but the books have a vendor of this very name"
                                            .formatted(name, vendor.name()),
                                    "Merge the two vendors in QuickBooks if they are one, or"
                                            + " correct the row."));
        }
        if (learned.isEmpty()) {
            return new Learned(vendor);
        }
        return learned.get().vendorKey().equals(key(vendor.name()))
                        || vendor.id().value().equals(learned.get().vendorId())
                ? new Confirmed(vendor)
                : new Contradicts(
                        vendor,
                        new Refusal(
                                "\"%.100s\" was said to be %s, but it is taken for %s already"
                                        .formatted(name, vendor.name(), learned.get().vendor()),
                                "If the first was wrong, revoke it under Matching, Aliases, and"
                                        + " confirm this one again; otherwise leave it."));
    }

    /// What a name is compared by.
    static String key(String name) {
        return String.join(" ", NameText.words(name));
    }

    private static Optional<Vendor> vendor(List<Vendor> vendors, String key) {
        return vendors.stream().filter(vendor -> key(vendor.name()).equals(key)).findFirst();
    }

    /// For whom a name is taken.
    record Known(String vendorKey, @Nullable String vendorId, String vendor) {}
}
