package io.tieout.writeback.smartsheet;

import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.model.id.SheetId;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.VendorFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Tells a sheet that is out of reach, as after its shares were changed, from a row that is: a
/// person can share the sheet again, so nothing ends by it. Pure.
public final class SheetReach {
    static final String UNREACHABLE = "sheet-unreachable";

    private static final Duration UNTIL_SHARED = Duration.ofMinutes(1);

    /// Refusals of a column, a row or a cell that come as 403 as well.
    private static final Set<String> OF_A_PART = Set.of("1039", "1045", "1050", "1212");

    private SheetReach() {}

    /// What a fault means for a call that writes.
    static CallFault writing(SheetId sheet, VendorFault fault, Instant now) {
        return isLost(fault)
                ? new CallFault.NotBefore(now.plus(UNTIL_SHARED), words(sheet, fault))
                : VendorFaults.read(fault, now);
    }

    /// What a fault means for a look: a sheet that cannot be seen does not show that nothing was
    /// written to it.
    static CallFault looking(SheetId sheet, VendorFault fault, Instant now) {
        return isLost(fault)
                ? new CallFault.Refusal(new EffectEnd.Failed(UNREACHABLE, words(sheet, fault)))
                : VendorFaults.read(fault, now);
    }

    /// Whether it says so of the sheet as a whole; Smartsheet gives one code to a sheet and to a
    /// row, but names the row of a request that holds several.
    public static boolean isLost(VendorFault fault) {
        VendorTrace trace = fault.trace();
        return !namesRow(trace)
                && switch (fault) {
                    case VendorFault.NotFound _ -> true;
                    case VendorFault.Refused _ ->
                            trace.httpStatus() == 403 && !OF_A_PART.contains(trace.code());
                    case VendorFault.Throttled _,
                            VendorFault.Unauthorized _,
                            VendorFault.Transient _,
                            VendorFault.StaleObject _ ->
                            false;
                };
    }

    private static boolean namesRow(VendorTrace trace) {
        String detail = String.valueOf(trace.detail());
        return detail.contains("\"rowId\"") || detail.contains("\"index\"");
    }

    private static String words(SheetId sheet, VendorFault fault) {
        String what =
                fault instanceof VendorFault.NotFound
                        ? "Sheet %s is gone, or no longer shared with Tieout's Smartsheet account."
                        : "Tieout's Smartsheet account may not write to sheet %s.";
        return "%s Share it with that account again, as an editor; what still waits is written then. Smartsheet says: %s"
                .formatted(what.formatted(sheet), VendorFaults.words(fault));
    }
}
