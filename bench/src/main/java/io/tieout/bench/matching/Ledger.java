package io.tieout.bench.matching;

import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.Bounds;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Both sides and the truth, as read from ledger files.
record Ledger(List<Entry> sheet, List<Entry> books, List<Truth> truths) {
    /// What belongs together, and what is to be said of it.
    ///
    /// @param category absent when the lines simply match
    /// @param unclear whether the lines alone leave it open
    /// @param otherOrder whether the row names another order than its documents are of
    record Truth(
            List<String> sheet,
            List<String> books,
            @Nullable Category category,
            boolean unclear,
            boolean otherOrder) {}

    /// The first lines of the sheet, with what belongs to them.
    Ledger first(int rows) {
        if (sheet.size() <= rows) {
            return this;
        }
        List<Entry> some = sheet.subList(0, rows);
        Set<String> mine = some.stream().map(Entry::id).collect(Collectors.toSet());
        List<Truth> theirs =
                truths.stream()
                        .filter(truth -> truth.sheet().stream().anyMatch(mine::contains))
                        .toList();
        Set<String> its =
                theirs.stream()
                        .flatMap(truth -> truth.books().stream())
                        .collect(Collectors.toSet());
        return new Ledger(
                some, books.stream().filter(line -> its.contains(line.id())).toList(), theirs);
    }

    static Ledger read(Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        return new Ledger(
                entries(folder.resolve("sheet.csv"), EntryKind.Side.SHEET, texts),
                entries(folder.resolve("books.csv"), EntryKind.Side.BOOKS, texts),
                truths(folder.resolve("truth.csv")));
    }

    private static List<Entry> entries(Path file, EntryKind.Side side, Map<String, String> texts)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Reader reader = open(file)) {
            for (CSVRecord cells : format().parse(reader)) {
                Entry entry = entry(cells, file, texts);
                if (entry.kind().side() != side) {
                    throw bad(
                            file,
                            cells,
                            "%s is no kind of line of this side".formatted(entry.kind()));
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Entry entry(CSVRecord cells, Path file, Map<String, String> texts) {
        try {
            return new Entry(
                    cells.get("id"),
                    EntryKind.valueOf(cells.get("kind")),
                    shared(cells.get("party"), texts),
                    cells.get("reference"),
                    cells.get("link"),
                    cells.get("order"),
                    Bounds.units(new BigDecimal(cells.get("amount")), 2),
                    shared(cells.get("currency"), texts),
                    Bounds.day(LocalDate.parse(cells.get("date"))),
                    shared(cells.get("description"), texts),
                    shared(cells.get("project"), texts),
                    shared(cells.get("class"), texts),
                    shared(cells.get("account"), texts));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw bad(file, cells, String.valueOf(e.getMessage()));
        }
    }

    private static String shared(String text, Map<String, String> texts) {
        String known = texts.size() < 1_000_000 ? texts.putIfAbsent(text, text) : texts.get(text);
        return known == null ? text : known;
    }

    private static List<Truth> truths(Path file) throws IOException {
        List<Truth> truths = new ArrayList<>();
        try (Reader reader = open(file)) {
            for (CSVRecord cells : format().parse(reader)) {
                String category = cells.get("category");
                truths.add(
                        new Truth(
                                ids(cells.get("sheet")),
                                ids(cells.get("books")),
                                category.isEmpty() ? null : category(category, file, cells),
                                cells.isMapped("unclear") && !cells.get("unclear").isEmpty(),
                                cells.isMapped("order") && cells.get("order").equals("wrong")));
            }
        }
        return truths;
    }

    private static Category category(String name, Path file, CSVRecord cells) {
        for (Category category : Category.values()) {
            if (category.name().equals(name)) {
                return category;
            }
        }
        throw bad(file, cells, name + " is no category");
    }

    private static List<String> ids(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(" +"));
    }

    private static Reader open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "%s is missing; the form of ledger files is in docs/ledger-files.md"
                            .formatted(file));
        }
        return Files.newBufferedReader(file);
    }

    private static IllegalArgumentException bad(Path file, CSVRecord cells, String what) {
        return new IllegalArgumentException(
                "%s, line %d: %s. The form of ledger files is in docs/ledger-files.md."
                        .formatted(file.getFileName(), cells.getRecordNumber() + 1, what));
    }

    private static CSVFormat format() {
        return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    }
}
