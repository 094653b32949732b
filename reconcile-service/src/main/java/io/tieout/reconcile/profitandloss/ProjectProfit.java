package io.tieout.reconcile.profitandloss;

import io.tieout.model.quickbooks.AccountingMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// What QuickBooks' profit and loss says of one project.
///
/// @param asOf when QuickBooks made the report
/// @param currency ISO code of all figures
/// @param named whether the report names the project at all; its figures are zero otherwise
/// @param net as QuickBooks computed it
public record ProjectProfit(
        Instant asOf,
        AccountingMethod method,
        LocalDate from,
        LocalDate to,
        String currency,
        boolean named,
        BigDecimal income,
        BigDecimal costOfGoodsSold,
        BigDecimal expenses,
        BigDecimal net) {}
