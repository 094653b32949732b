package io.tieout.invoice;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes rows of a billing sheet; as made it is ready and complete.
public final class BillingRow {
    private static final Map<ColumnPart, ColumnId> COLUMNS =
            Arrays.stream(ColumnPart.values())
                    .filter(part -> part.ordinal() <= ColumnPart.NOTES.ordinal())
                    .collect(
                            Collectors.toMap(
                                    part -> part, part -> new ColumnId("7" + part.ordinal())));

    private final SheetId sheet;
    private final String id;
    private String status = "Ready to Bill";
    private @Nullable String customer = "Harbor Works LLC";
    private @Nullable String project = "Pier 4";
    private @Nullable String service = "Engineering";
    private @Nullable String description = "Pump test";
    private @Nullable LocalDate workDate = LocalDate.of(2026, 11, 18);
    private @Nullable Quantity hours = Quantity.of("8");
    private @Nullable Money cost;
    private @Nullable Boolean billable = true;
    private @Nullable String className;
    private @Nullable String department;
    private @Nullable LocalDate milestone;
    private boolean beforeCutOver;
    private final List<RowContext.Attachment> attachments = new ArrayList<>();
    private final List<RowContext.Comment> comments = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();

    private BillingRow(SheetId sheet, String id) {
        this.sheet = sheet;
        this.id = id;
    }

    public static BillingRow row(String sheet, String id) {
        return new BillingRow(new SheetId(sheet), id);
    }

    public static BillingRow row(String id) {
        return row("41", id);
    }

    public BillingRow notReady() {
        status = "In Progress";
        return this;
    }

    public BillingRow status(String newStatus) {
        status = newStatus;
        return this;
    }

    public BillingRow customer(@Nullable String name) {
        customer = name;
        return this;
    }

    public BillingRow project(@Nullable String name) {
        project = name;
        return this;
    }

    public BillingRow service(@Nullable String name) {
        service = name;
        return this;
    }

    public BillingRow task(@Nullable String text) {
        description = text;
        return this;
    }

    public BillingRow on(@Nullable String day) {
        workDate = day == null ? null : LocalDate.parse(day);
        return this;
    }

    public BillingRow hours(@Nullable String figure) {
        hours = figure == null ? null : Quantity.of(figure);
        return this;
    }

    public BillingRow cost(String amount) {
        cost = Money.of(amount, CurrencyCode.USD);
        hours = null;
        service = null;
        return this;
    }

    public BillingRow cost(Money amount) {
        cost = amount;
        hours = null;
        return this;
    }

    public BillingRow billable(@Nullable Boolean ticked) {
        billable = ticked;
        return this;
    }

    public BillingRow className(String name) {
        className = name;
        return this;
    }

    public BillingRow department(String name) {
        department = name;
        return this;
    }

    public BillingRow milestone(LocalDate day) {
        milestone = day;
        return this;
    }

    public BillingRow beforeCutOver() {
        beforeCutOver = true;
        return this;
    }

    public BillingRow attached(String name, @Nullable String hash, @Nullable String text) {
        attachments.add(
                new RowContext.Attachment(
                        "9" + attachments.size(), name, "application/pdf", 2048, hash, text, null));
        return this;
    }

    public BillingRow said(String comment, String author, String text) {
        comments.add(
                new RowContext.Comment(
                        comment,
                        author,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        text,
                        CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    public BillingRow problem(ColumnPart part, String title, String message) {
        problems.add(new CellProblem(part, title, "number-expected", message));
        return this;
    }

    public RowRef ref() {
        return new RowRef(sheet, new RowId(id));
    }

    public RowObserved observed() {
        return new RowObserved(
                ref(),
                Sample.REALM,
                SheetRole.BILLING,
                "Billing",
                Integer.parseInt(id),
                new BillingFields(
                        status,
                        status.startsWith("Ready"),
                        customer,
                        project,
                        service,
                        description,
                        workDate,
                        hours,
                        cost,
                        billable,
                        className,
                        department,
                        "pm@harbor.example",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        milestone),
                problems,
                COLUMNS,
                Instant.parse("2026-11-20T10:00:00Z"),
                "pm@harbor.example",
                beforeCutOver,
                attachments.isEmpty() && comments.isEmpty()
                        ? null
                        : new RowContext(comments, attachments));
    }
}
