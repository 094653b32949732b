package io.tieout.ingest.mapping;

import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.ColumnId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DocumentKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cells of one row, asked for by part. Whatever type its column has, a cell may hold anything:
/// people paste, and formulas fail.
final class CellReader {
    private static final Pattern FORMULA_ERROR = Pattern.compile("#[A-Z][A-Z \\-]{2,40}");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");
    private static final BigDecimal AMOUNT_LIMIT = new BigDecimal("1000000000000");
    private static final BigDecimal QUANTITY_LIMIT = new BigDecimal("1000000000");
    private static final int QUANTITY_DECIMALS_MAX = 5;

    /// Smartsheet computes in binary fractions: 0.1 + 0.2 arrives as 0.30000000000000004.
    private static final BigDecimal BINARY_NOISE = new BigDecimal("0.000000001");

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    /// Dates of project sheets carry the hour at which work begins or ends, without a zone.
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ISO_DATE_TIME;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final int SHOWN_MAX = 60;

    /// No name in QuickBooks is longer.
    private static final int NAME_MAX = 500;

    private final SheetMapping mapping;
    private final Map<ColumnId, SheetColumn> columns;
    private final Map<ColumnId, CellContent> contents = new HashMap<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final @Nullable CurrencyCode currency;

    CellReader(SheetMapping mapping, Collection<SheetColumn> columns, SheetRow row) {
        this.mapping = mapping;
        this.columns =
                columns.stream()
                        .collect(
                                Collectors.toMap(
                                        SheetColumn::id, column -> column, (first, _) -> first));
        for (SheetCell cell : row.cells()) {
            CellContent content = CellContent.of(cell.value());
            if (content != null) {
                contents.put(cell.columnId(), content);
            }
        }
        currency = currency();
    }

    /// What the row says its amounts are in, else what the sheet's are; null when the row names no
    /// currency that there is: its amounts could be anything then.
    private @Nullable CurrencyCode currency() {
        String said = words(ColumnPart.CURRENCY);
        if (said == null) {
            return hasProblem(ColumnPart.CURRENCY) ? null : mapping.currency();
        }
        try {
            return new CurrencyCode(said.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return problem(
                    ColumnPart.CURRENCY,
                    "currency-expected",
                    shown(new CellContent.Words(said)),
                    "is no currency. Enter its ISO code, such as USD or CAD.");
        }
    }

    List<CellProblem> problems() {
        return problems;
    }

    @Nullable String words(ColumnPart part) {
        CellContent cell = cell(part);
        return cell == null ? null : cell.inWords();
    }

    /// What somebody is called whom QuickBooks knows, too.
    @Nullable String name(ColumnPart part) {
        String said = words(part);
        return said == null || said.length() <= NAME_MAX
                ? said
                : problem(
                        part,
                        "name-too-long",
                        shown(new CellContent.Words(said)),
                        "has %d characters, and no name in QuickBooks has more than %d. Enter the name alone."
                                .formatted(said.length(), NAME_MAX));
    }

    @Nullable Quantity quantity(ColumnPart part) {
        BigDecimal exact = number(part, QUANTITY_DECIMALS_MAX, QUANTITY_LIMIT);
        return exact == null ? null : new Quantity(exact);
    }

    @Nullable Money amount(ColumnPart part) {
        CurrencyCode unit = currency;
        BigDecimal exact = unit == null ? null : number(part, unit.scale(), AMOUNT_LIMIT);
        return unit == null || exact == null ? null : new Money(exact, unit);
    }

    @Nullable LocalDate day(ColumnPart part) {
        CellContent cell = cell(part);
        if (cell == null) {
            return null;
        }
        if (!(cell instanceof CellContent.Words(String text))) {
            return problem(part, "date-expected", shown(cell), "is not a date. Enter a date.");
        }
        try {
            LocalDate day = LocalDate.parse(text, text.contains("T") ? DATE_AND_TIME : DATE);
            if (day.isBefore(EARLIEST) || !day.isBefore(LATEST)) {
                return problem(
                        part,
                        "date-out-of-range",
                        shown(cell),
                        "is too far away to be meant. Enter a date between 1990 and 2099.");
            }
            return day;
        } catch (DateTimeParseException _) {
            return problem(
                    part, "date-expected", shown(cell), "is text, not a date. Enter a date.");
        }
    }

    /// A tick box without a value has never been ticked.
    @Nullable Boolean box(ColumnPart part) {
        ColumnId id = mapping.columns().get(part);
        if (id == null) {
            return null;
        }
        return switch (cell(part)) {
            case null -> hasProblem(part) ? null : Boolean.FALSE;
            case CellContent.Box(boolean ticked) -> ticked;
            case CellContent other ->
                    problem(
                            part,
                            "checkbox-expected",
                            shown(other),
                            "is not a tick. Tick the box, or clear it.");
        };
    }

    /// A contact's e-mail address.
    @Nullable String person(ColumnPart part) {
        CellContent cell = cell(part);
        if (cell == null) {
            return null;
        }
        if (cell instanceof CellContent.Words(String text) && ADDRESS.matcher(text).matches()) {
            return text;
        }
        return problem(
                part,
                "contact-expected",
                shown(cell),
                "is not a contact with an e-mail address. Pick a contact.");
    }

    /// What the row becomes: what it says itself, else what the sheet is for.
    @Nullable DocumentKind documentKind() {
        String said = words(ColumnPart.DOCUMENT_KIND);
        if (said == null) {
            return hasProblem(ColumnPart.DOCUMENT_KIND) ? null : mapping.documentKind();
        }
        Optional<DocumentKind> kind = DocumentKind.of(said);
        return kind.isPresent()
                ? kind.get()
                : problem(
                        ColumnPart.DOCUMENT_KIND,
                        "document-kind-expected",
                        shown(new CellContent.Words(said)),
                        "is no kind of document. Enter Bill, Journal Entry, Purchase Order or Time Activity.");
    }

    private @Nullable BigDecimal number(ColumnPart part, int decimalsMax, BigDecimal limit) {
        CellContent cell = cell(part);
        BigDecimal value =
                switch (cell) {
                    case null -> null;
                    case CellContent.Figure(BigDecimal figure) -> figure;
                    case CellContent.Words(String text) when PLAIN_NUMBER.matcher(text).matches() ->
                            new BigDecimal(text);
                    case CellContent other ->
                            problem(
                                    part,
                                    "number-expected",
                                    shown(other),
                                    "is text, not a number. Enter a plain number such as 7.5.");
                };
        if (cell == null || value == null) {
            return null;
        }
        if (value.abs().compareTo(limit) >= 0) {
            return problem(
                    part, "number-out-of-range", shown(cell), "is too large. Check the figure.");
        }
        BigDecimal rounded = value.setScale(decimalsMax, RoundingMode.HALF_EVEN);
        if (rounded.subtract(value).abs().compareTo(BINARY_NOISE) > 0) {
            return problem(
                    part,
                    "too-many-decimals",
                    shown(cell),
                    "has more than %d decimals. Round it, in a formula with ROUND(…, %d)."
                            .formatted(decimalsMax, decimalsMax));
        }
        return rounded;
    }

    /// The cell, unless it is empty or the visible error of a formula.
    private @Nullable CellContent cell(ColumnPart part) {
        ColumnId id = mapping.columns().get(part);
        CellContent cell = id == null ? null : contents.get(id);
        if (cell instanceof CellContent.Words(String text)
                && FORMULA_ERROR.matcher(text).matches()) {
            return problem(
                    part,
                    "formula-error",
                    shown(cell),
                    "is the error of a formula. Mend the formula, or enter the value.");
        }
        return cell;
    }

    private boolean hasProblem(ColumnPart part) {
        return problems.stream().anyMatch(problem -> problem.part() == part);
    }

    /// Notes the problem; always null, which is what the cell then counts as, whatever its type.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> @Nullable T problem(ColumnPart part, String code, String shown, String words) {
        String title = title(part);
        problems.add(new CellProblem(part, title, code, title + ": " + shown + " " + words));
        return null;
    }

    private String title(ColumnPart part) {
        SheetColumn column = columns.get(mapping.columns().get(part));
        return column == null ? part.name() : column.title();
    }

    private static String shown(CellContent cell) {
        return switch (cell) {
            case CellContent.Words(String text) when text.length() > SHOWN_MAX ->
                    "\"" + text.substring(0, SHOWN_MAX) + "…\"";
            case CellContent.Words(String text) -> "\"" + text + "\"";
            case CellContent.Figure figure -> figure.inWords();
            case CellContent.Box(boolean ticked) -> ticked ? "a tick" : "an empty box";
        };
    }
}
