package io.tieout.audit.record;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Records events as they came, each once, however often they are delivered.
@ApplicationScoped
public class Recording {
    private final Records records;
    private final EntryReader reader;
    private final Clock clock;
    private final MeterRegistry registry;

    Recording(Records records, SheetRealms realms, Clock clock, MeterRegistry registry) {
        this.records = records;
        this.reader = new EntryReader(realms::of);
        this.clock = clock;
        this.registry = registry;
    }

    /// Records a batch in one transaction.
    @Transactional
    public void record(Iterable<ConsumerRecord<String, byte[]>> batch) {
        List<Entry> entries = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (record.value() != null) {
                entries.add(reader.read(record, clock.instant()));
            }
        }
        registry.counter("audit_records").increment(records.appendNew(entries));
    }

    /// Records one event within the transaction of its effect.
    @Transactional(Transactional.TxType.MANDATORY)
    public long record(ConsumerRecord<String, byte[]> record) {
        registry.counter("audit_records").increment();
        return records.append(entry(record)).sequence();
    }

    /// What a chain keeps of the event.
    public Entry entry(ConsumerRecord<String, byte[]> record) {
        return reader.read(record, clock.instant());
    }
}
