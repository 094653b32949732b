package io.tieout.audit.record;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Writes many records at once by COPY.
final class RecordCopy {
    private RecordCopy() {}

    static void write(Handle handle, String columns, List<ChainRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        StringBuilder csv = new StringBuilder();
        records.forEach(record -> line(csv, record));
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY records (" + columns + ") FROM STDIN (FORMAT csv)",
                            new StringReader(csv.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot copy records", e);
        }
    }

    private static void line(StringBuilder csv, ChainRecord record) {
        Entry entry = record.entry();
        field(csv, entry.chain()).append(',');
        field(csv, record.sequence()).append(',');
        field(csv, record.previousHash()).append(',');
        field(csv, record.hash()).append(',');
        field(csv, entry.at()).append(',');
        field(csv, entry.topic()).append(',');
        field(csv, entry.eventId()).append(',');
        field(csv, entry.correlationId()).append(',');
        field(csv, entry.proposalId()).append(',');
        field(csv, entry.kind()).append(',');
        field(csv, entry.payload()).append('\n');
    }

    /// Absent is nothing at all; text, empty or not, stands in quotes.
    private static StringBuilder field(StringBuilder csv, @Nullable Object value) {
        return value == null
                ? csv
                : csv.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
    }
}
