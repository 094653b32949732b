package io.tieout.bench.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// A line of a ledger file, as the generator makes it.
record Row(
        String id,
        String kind,
        String party,
        String reference,
        String link,
        String order,
        long cents,
        LocalDate date,
        String description,
        String project,
        String department,
        String account) {
    List<String> cells() {
        return List.of(
                id,
                kind,
                party,
                reference,
                link,
                order,
                BigDecimal.valueOf(cents, 2).toPlainString(),
                "USD",
                date.toString(),
                description,
                project,
                department,
                account);
    }

    Row with(String newId, long newCents, LocalDate newDate) {
        return new Row(
                newId,
                kind,
                party,
                reference,
                link,
                order,
                newCents,
                newDate,
                description,
                project,
                department,
                account);
    }

    Row ordered(String newOrder) {
        return new Row(
                id,
                kind,
                party,
                reference,
                link,
                newOrder,
                cents,
                date,
                description,
                project,
                department,
                account);
    }

    Row withoutLink() {
        return new Row(
                id,
                kind,
                party,
                reference,
                "",
                order,
                cents,
                date,
                description,
                project,
                department,
                account);
    }

    Row inPlaceOf(
            String newReference, String newDescription, String newProject, String newAccount) {
        return new Row(
                id,
                kind,
                party,
                newReference,
                link,
                order,
                cents,
                date,
                newDescription,
                newProject,
                department,
                newAccount);
    }
}
