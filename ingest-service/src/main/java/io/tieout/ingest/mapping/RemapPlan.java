package io.tieout.ingest.mapping;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Proposes which column plays a part after columns changed: by id, by name and by what the cells
/// hold. It proposes all that is needed for the sheet to fit, or nothing.
final class RemapPlan {
    /// Values and title together, below which a column is not taken for another.
    private static final double ENOUGH = 0.55;

    private static final double TITLE_WEIGHT = 0.5;

    private final SheetMapping mapping;
    private final Map<ColumnId, SheetColumn> now;
    private final Map<ColumnId, SheetColumn> before;
    private final Map<ColumnId, ColumnProfile> profilesNow;
    private final Map<ColumnId, ColumnProfile> profilesBefore;

    private RemapPlan(
            SheetMapping mapping,
            Map<ColumnId, SheetColumn> now,
            Map<ColumnId, SheetColumn> before,
            Map<ColumnId, ColumnProfile> profilesNow,
            Map<ColumnId, ColumnProfile> profilesBefore) {
        this.mapping = mapping;
        this.now = now;
        this.before = before;
        this.profilesNow = profilesNow;
        this.profilesBefore = profilesBefore;
    }

    static Optional<Remap> propose(
            SheetMapping mapping,
            Collection<SheetColumn> columns,
            Collection<SheetColumn> known,
            Map<ColumnId, ColumnProfile> profilesNow,
            Map<ColumnId, ColumnProfile> profilesBefore,
            List<MappingFault> faults) {
        return new RemapPlan(
                        mapping,
                        MappingCheck.byId(columns),
                        MappingCheck.byId(known),
                        profilesNow,
                        profilesBefore)
                .propose(faults);
    }

    private Optional<Remap> propose(List<MappingFault> faults) {
        Map<ColumnPart, ColumnId> chosen = new EnumMap<>(ColumnPart.class);
        List<String> reasons = new ArrayList<>();
        for (ColumnPart part : concerned(faults)) {
            ColumnId old = mapping.columns().get(part);
            if (old == null) {
                return Optional.empty();
            }
            Choice best = best(part, old, swapped(part, faults));
            if (best == null) {
                return Optional.empty();
            }
            chosen.put(part, best.column().id());
            reasons.add(reason(part, old, best));
        }
        Map<ColumnPart, ColumnId> all = new TreeMap<>(mapping.columns());
        all.putAll(chosen);
        if (chosen.isEmpty() || new HashSet<>(all.values()).size() < all.size()) {
            return Optional.empty();
        }
        Map<ColumnPart, String> seen = new EnumMap<>(ColumnPart.class);
        all.forEach((part, id) -> {
            SheetColumn column = now.get(id);
            if (column != null) {
                seen.put(part, column.title() + " (" + column.type() + ")");
            }
        });
        return Optional.of(new Remap(chosen, seen, reasons));
    }

    private static Set<ColumnPart> concerned(List<MappingFault> faults) {
        Set<ColumnPart> parts = new TreeSet<>();
        faults.forEach(fault -> parts.addAll(fault.parts()));
        return parts;
    }

    private record Choice(SheetColumn column, double score, double likeness) {}

    /// The column that this one has changed places with.
    private @Nullable ColumnId swapped(ColumnPart part, List<MappingFault> faults) {
        for (MappingFault fault : faults) {
            if (fault
                            instanceof
                            MappingFault.Swapped(
                                    ColumnPart one,
                                    _,
                                    ColumnPart other,
                                    _,
                                    boolean byContents)
                    && byContents) {
                if (one == part) {
                    return mapping.columns().get(other);
                }
                if (other == part) {
                    return mapping.columns().get(one);
                }
            }
        }
        return null;
    }

    private @Nullable Choice best(ColumnPart part, ColumnId old, @Nullable ColumnId swappedWith) {
        SheetColumn other = swappedWith == null ? null : now.get(swappedWith);
        if (other != null) {
            return new Choice(other, 1, likeness(old, other.id()));
        }
        Set<ColumnId> taken = new HashSet<>(mapping.columns().values());
        return now.values().stream()
                .filter(column -> CellKind.of(part).fits(column.type()))
                .filter(column -> column.systemColumnType() == null)
                .map(column -> choice(old, column, taken.contains(column.id())))
                .filter(choice -> choice.score() >= ENOUGH)
                .max(
                        Comparator.comparingDouble(Choice::score)
                                .thenComparing(choice -> choice.column().id().value()))
                .orElse(null);
    }

    /// The column itself counts as well titled: its id says more than what it is called. One that
    /// plays another part must be like it in what it holds.
    private Choice choice(ColumnId old, SheetColumn column, boolean taken) {
        double likeness = likeness(old, column.id());
        boolean same = column.id().equals(old);
        SheetColumn known = before.get(old);
        double title =
                same ? 0.8 : known == null ? 0 : titleLikeness(known.title(), column.title());
        double score = TITLE_WEIGHT * title + (1 - TITLE_WEIGHT) * likeness;
        return new Choice(column, taken && !same && likeness < 0.75 ? 0 : score, likeness);
    }

    /// Empty then and now is no difference; empty then or now tells nothing.
    private double likeness(ColumnId then, ColumnId there) {
        ColumnProfile was = profilesBefore.get(then);
        ColumnProfile is = profilesNow.get(there);
        if (was == null || is == null) {
            return was == null && is == null ? 1 : 0.3;
        }
        return was.likeness(is);
    }

    /// Pairs of letters that both titles share.
    static double titleLikeness(String one, String other) {
        List<String> left = pairs(one);
        List<String> right = pairs(other);
        int all = left.size() + right.size();
        int shared = 0;
        for (String pair : left) {
            shared += right.remove(pair) ? 1 : 0;
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static List<String> pairs(String title) {
        String text = " " + title.strip().toLowerCase(Locale.ROOT) + " ";
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private String reason(ColumnPart part, ColumnId old, Choice choice) {
        SheetColumn known = before.get(old);
        String was = known == null ? old.value() : "\"" + known.title() + "\"";
        return "%s: column \"%s\" (%s) in place of %s; its values are %.0f%% alike."
                .formatted(
                        part,
                        choice.column().title(),
                        choice.column().id().equals(old)
                                ? "the same column"
                                : "column " + choice.column().id(),
                        was,
                        100 * choice.likeness());
    }
}
