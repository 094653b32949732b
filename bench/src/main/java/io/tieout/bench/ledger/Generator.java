package io.tieout.bench.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Makes up two books and the truth about them, by a seed. Knows nothing of how they are matched.
public final class Generator {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 330;
    private static final int ROWS_PER_VENDOR = 40;
    private static final String[] ITEMS =
            "cable conduit pump valve pipe beam gravel cement paint timber licence survey permit rental fuel lift crane switch panel filter motor gasket anchor fence sign carpet glass lamp duct boiler"
                    .split(" ");
    private static final String[] WHAT =
            "delivery installation repair hire inspection order maintenance replacement".split(" ");

    private final Random random;
    private final Noise noise;
    private final Names names;
    private final Orders orders;
    private final List<String> vendors = new ArrayList<>();
    private final List<String> projects = new ArrayList<>();
    private final List<String> accounts =
            List.of("Job Materials", "Subcontractors", "Equipment Rental", "Travel", "Permits");
    private int sheetIds;
    private int booksIds;
    private int number = 1000;

    public Generator(long seed, Noise noise) {
        random = new Random(seed);
        this.noise = noise;
        names = new Names(random);
        orders = new Orders(random, noise);
    }

    /// Writes `sheet.csv`, `books.csv` and `truth.csv` with about `rows` lines a side.
    public void write(Path folder, int rows) throws IOException {
        for (int i = 0; i < Math.max(12, rows / ROWS_PER_VENDOR); i++) {
            vendors.add(names.company());
        }
        for (int i = 0; i < Math.max(6, rows / 2000); i++) {
            projects.add(names.word() + " " + (i % 2 == 0 ? "Upgrade" : "Rollout"));
        }
        try (LedgerWriter out = new LedgerWriter(folder)) {
            while (out.sheetRows() < rows) {
                document(out);
            }
        }
    }

    private void document(LedgerWriter out) throws IOException {
        double dice = random.nextDouble();
        double[] shares = {
            noise.split,
            noise.merged,
            noise.many,
            noise.timing,
            noise.slips,
            noise.variance,
            noise.coding,
            noise.duplicates,
            noise.missing,
            noise.labor,
            noise.equal,
            noise.partial
        };
        int which = 0;
        while (which < shares.length && dice >= shares[which]) {
            dice -= shares[which++];
        }
        switch (which) {
            case 0 -> split(out);
            case 1 -> merged(out);
            case 2 -> many(out);
            case 3 -> timing(out);
            case 4 -> slip(out);
            case 5 -> variance(out);
            case 6 -> coding(out);
            case 7 -> duplicate(out);
            case 8 -> missing(out);
            case 9 -> labor(out);
            case 10 -> equal(out);
            case 11 -> partial(out);
            default -> {
                Row books = books();
                Row sheet = sheet(books);
                // Not every bill is booked against its order.
                Row booked = random.nextInt(10) == 0 ? books.ordered("") : books;
                out.both(List.of(sheet), List.of(booked), "");
            }
        }
    }

    private void split(LedgerWriter out) throws IOException {
        Row whole = books();
        Row sheet = sheet(whole);
        boolean shared = random.nextBoolean();
        List<Row> parts = new ArrayList<>();
        for (long cents : parts(whole.cents(), 2 + random.nextInt(3))) {
            Row part = whole.with(booksId(), cents, whole.date().plusDays(random.nextInt(12)));
            parts.add(
                    shared
                            ? part
                            : part.inPlaceOf(
                                    nextNumber(),
                                    part.description(),
                                    part.project(),
                                    part.account()));
        }
        out.both(List.of(sheet), parts, "");
    }

    private void merged(LedgerWriter out) throws IOException {
        Row books = books();
        boolean shared = random.nextBoolean();
        List<Row> parts = new ArrayList<>();
        for (long cents : parts(books.cents(), 2 + random.nextInt(3))) {
            Row part =
                    sheet(books).with(sheetId(), cents, books.date().minusDays(random.nextInt(10)));
            parts.add(
                    shared
                            ? part
                            : part.inPlaceOf(
                                    "", part.description(), part.project(), part.account()));
        }
        out.both(parts, List.of(books), "");
    }

    private void many(LedgerWriter out) throws IOException {
        Row whole = books();
        boolean shared = random.nextInt(4) > 0;
        List<Row> mine = new ArrayList<>();
        for (long cents : parts(whole.cents(), 2 + random.nextInt(2))) {
            Row part =
                    sheet(whole).with(sheetId(), cents, whole.date().plusDays(random.nextInt(3)));
            mine.add(
                    shared
                            ? part.inPlaceOf(
                                    whole.reference(),
                                    part.description(),
                                    part.project(),
                                    part.account())
                            : part.inPlaceOf(
                                    "", part.description(), part.project(), part.account()));
        }
        List<Row> its = new ArrayList<>();
        for (long cents : parts(whole.cents(), 2 + random.nextInt(2))) {
            Row part = whole.with(booksId(), cents, whole.date().plusDays(random.nextInt(3)));
            its.add(
                    shared
                            ? part
                            : part.inPlaceOf(
                                    nextNumber(),
                                    part.description(),
                                    part.project(),
                                    part.account()));
        }
        out.both(mine, its, "");
    }

    /// A row for a whole order, of which the first bills are there.
    private void partial(LedgerWriter out) throws IOException {
        Row whole = books().ordered(orders.own());
        Row sheet =
                sheet(whole)
                        .ordered(whole.order())
                        .withoutLink()
                        .inPlaceOf("", whole.description(), whole.project(), whole.account());
        long billed = Math.round(whole.cents() * (0.3 + 0.45 * random.nextDouble()));
        List<Row> bills = new ArrayList<>();
        for (long cents : parts(billed, 1 + random.nextInt(2))) {
            bills.add(
                    whole.with(booksId(), cents, whole.date().plusDays(random.nextInt(20)))
                            .inPlaceOf(
                                    nextNumber(),
                                    whole.description(),
                                    whole.project(),
                                    whole.account()));
        }
        out.both(List.of(sheet), bills, "");
    }

    private void timing(LedgerWriter out) throws IOException {
        Row books = books();
        Row sheet = sheet(books);
        LocalDate later = books.date().plusDays(35 + random.nextInt(20));
        out.both(List.of(sheet), List.of(books.with(books.id(), books.cents(), later)), "TIMING");
    }

    private void slip(LedgerWriter out) throws IOException {
        Row books = books();
        Row sheet = sheet(books);
        long cents = sheet.cents();
        LocalDate date = sheet.date();
        switch (random.nextInt(4)) {
            case 0 -> cents = swapped(cents);
            case 1 -> cents = random.nextBoolean() ? cents * 10 : cents * 100;
            case 2 -> cents = -cents;
            default -> date = date.plusYears(random.nextBoolean() ? 1 : -1);
        }
        boolean slipped = cents != books.cents() || !date.equals(sheet.date());
        out.both(
                List.of(sheet.with(sheet.id(), cents, date)),
                List.of(books),
                slipped ? "DATA_ENTRY_ERROR" : "");
    }

    private void variance(LedgerWriter out) throws IOException {
        Row books = books();
        Row sheet = sheet(books);
        long apart = Math.max(101, Math.round(books.cents() * (0.02 + 0.1 * random.nextDouble())));
        long cents = books.cents() + (random.nextBoolean() ? apart : -apart);
        out.both(
                List.of(sheet.with(sheet.id(), cents, sheet.date())),
                List.of(books),
                "AMOUNT_VARIANCE");
    }

    private void coding(LedgerWriter out) throws IOException {
        Row books = books();
        Row sheet = sheet(books);
        String project = books.project();
        String account = books.account();
        if (random.nextBoolean()) {
            while (project.equals(books.project())) {
                project = Names.pick(projects, random);
            }
        } else {
            while (account.equals(books.account())) {
                account = Names.pick(accounts, random);
            }
        }
        out.both(
                List.of(sheet.inPlaceOf(sheet.reference(), sheet.description(), project, account)),
                List.of(books),
                "CODING_ERROR");
    }

    private void duplicate(LedgerWriter out) throws IOException {
        Row books = books();
        Row sheet = sheet(books);
        out.both(List.of(sheet), List.of(books), "");
        if (random.nextBoolean()) {
            Row copy =
                    sheet.with(sheetId(), sheet.cents(), sheet.date().plusDays(random.nextInt(4)));
            out.both(List.of(copy), List.of(), "DUPLICATE");
        } else {
            int later = random.nextInt(3) == 0 ? 20 + random.nextInt(40) : random.nextInt(4);
            Row copy = books.with(booksId(), books.cents(), books.date().plusDays(later));
            out.both(List.of(), List.of(copy), "DUPLICATE");
        }
    }

    private void missing(LedgerWriter out) throws IOException {
        Row books = books();
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                out.both(List.of(sheet(books)), List.of(), "MISSING_IN_QUICKBOOKS");
            }
            case 2, 3 -> out.both(List.of(), List.of(books), "MISSING_IN_SMARTSHEET");
            default ->
                    out.both(
                            List.of(),
                            List.of(
                                    new Row(
                                            books.id(),
                                            "PURCHASE",
                                            books.party(),
                                            "",
                                            "",
                                            "",
                                            books.cents(),
                                            books.date(),
                                            books.description(),
                                            books.project(),
                                            "",
                                            books.account())),
                            "MISSING_RECEIPT");
        }
    }

    private void labor(LedgerWriter out) throws IOException {
        Row like = books();
        String person =
                Names.pick(vendors, random).split(" ")[0] + " " + like.project().split(" ")[0];
        long cents = (1L + random.nextInt(40)) * 25 * (80 + random.nextInt(12) * 10L);
        Row sheet =
                new Row(
                        sheetId(),
                        "TIMESHEET",
                        person,
                        "",
                        "",
                        "",
                        cents,
                        like.date(),
                        like.description(),
                        like.project(),
                        "",
                        "");
        if (random.nextInt(3) == 0) {
            out.both(List.of(sheet), List.of(), "UNBILLED_LABOR");
        } else {
            Row time =
                    new Row(
                            like.id(),
                            "TIME_ACTIVITY",
                            person,
                            "",
                            "",
                            "",
                            cents,
                            like.date(),
                            like.description(),
                            like.project(),
                            "",
                            "");
            out.both(List.of(sheet), List.of(time), "");
        }
    }

    /// Several documents of one vendor, amount and week that nothing tells apart. Some are on one
    /// side only, but never the first: a line that looks like the only one is the only one.
    private void equal(LedgerWriter out) throws IOException {
        Row first = books();
        boolean told = random.nextInt(4) == 0;
        boolean ordered = random.nextInt(4) == 0;
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            Row books =
                    (ordered ? first.ordered(orders.own()) : first)
                            .with(
                                    booksId(),
                                    first.cents(),
                                    first.date().plusDays(random.nextInt(6)))
                            .inPlaceOf(
                                    random.nextBoolean() ? nextNumber() : "",
                                    first.description(),
                                    first.project(),
                                    first.account());
            Row sheet =
                    sheet(books)
                            .with(
                                    sheetId(),
                                    first.cents(),
                                    books.date().plusDays(random.nextInt(3)));
            sheet =
                    sheet.inPlaceOf(
                            told && random.nextBoolean() ? sheet.reference() : "",
                            random.nextBoolean() ? sheet.description() : "",
                            sheet.project(),
                            sheet.account());
            sheet = sheet.withoutLink();
            switch (i == 0 ? 7 : random.nextInt(8)) {
                case 0 -> out.unclear(List.of(sheet), List.of(), "MISSING_IN_QUICKBOOKS");
                case 1 -> out.unclear(List.of(), List.of(books), "MISSING_IN_SMARTSHEET");
                default -> out.unclear(List.of(sheet), List.of(books), "");
            }
        }
    }

    private Row books() {
        String vendor = Names.pick(vendors, random);
        String project = Names.pick(projects, random);
        Orders.Order order = orders.next(vendor, project);
        long cents =
                random.nextInt(5) == 0
                        ? (1 + random.nextInt(200)) * 2_500L
                        : 100 + Math.round(Math.exp(9.5 + 1.4 * random.nextGaussian()));
        String item = ITEMS[random.nextInt(ITEMS.length)];
        return new Row(
                booksId(),
                random.nextInt(3) == 0 ? "PURCHASE" : "BILL",
                order == null ? vendor : order.vendor(),
                nextNumber(),
                "",
                order == null ? "" : order.number(),
                cents,
                FIRST.plusDays(random.nextInt(DAYS)),
                item
                        + " "
                        + ITEMS[random.nextInt(ITEMS.length)]
                        + " "
                        + WHAT[random.nextInt(WHAT.length)],
                order == null ? project : order.project(),
                "",
                Names.pick(accounts, random));
    }

    /// The row of the sheet that stands for a document.
    private Row sheet(Row books) {
        String party =
                random.nextDouble() < noise.variants ? names.variant(books.party()) : books.party();
        String reference = books.reference();
        if (random.nextDouble() < noise.unnumbered) {
            reference = "";
        } else if (random.nextInt(4) == 0) {
            reference = "# " + reference.toLowerCase(Locale.ROOT);
        }
        String[] words = books.description().split(" ");
        String description =
                switch (random.nextInt(4)) {
                    case 0 -> words[0] + " " + words[1];
                    case 1 -> words[2] + " of " + words[0];
                    case 2 -> books.description() + " for " + books.project();
                    default -> books.description();
                };
        return new Row(
                sheetId(),
                "COST",
                party,
                reference,
                random.nextInt(20) == 0 ? books.id() : "",
                orders.written(books.order()),
                books.cents(),
                books.date().minusDays(random.nextInt(4)),
                description,
                books.project(),
                "",
                random.nextBoolean() ? books.account() : "");
    }

    private List<Long> parts(long cents, int count) {
        List<Long> parts = new ArrayList<>();
        long left = cents;
        for (int i = 1; i < count; i++) {
            long part = Math.max(1, Math.round(left * (0.2 + 0.5 * random.nextDouble())));
            parts.add(part);
            left -= part;
        }
        parts.add(left);
        return parts;
    }

    private long swapped(long cents) {
        char[] digits = Long.toString(cents).toCharArray();
        for (int tries = 0; tries < 20; tries++) {
            int at = random.nextInt(digits.length - 1);
            if (digits[at] != digits[at + 1] && (at > 0 || digits[at + 1] != '0')) {
                char kept = digits[at];
                digits[at] = digits[at + 1];
                digits[at + 1] = kept;
                return Long.parseLong(new String(digits));
            }
        }
        return cents;
    }

    private String nextNumber() {
        number += 1 + random.nextInt(9);
        return "INV-" + number;
    }

    private String sheetId() {
        return "s" + ++sheetIds;
    }

    private String booksId() {
        return "b" + ++booksIds;
    }
}
