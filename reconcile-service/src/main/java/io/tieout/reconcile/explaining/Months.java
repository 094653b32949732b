package io.tieout.reconcile.explaining;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How months are named in dates.
final class Months {
    static final Set<String> NAMES =
            Arrays.stream(Month.values())
                    .flatMap(month ->
                            Stream.of(
                                    month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                    month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)))
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());

    private Months() {}
}
