package io.tieout.bench.quota;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tieout.connectors.ConnectionsSchema;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.quota.Quota;
import io.tieout.launcher.postgres.DatabaseAccess;
import io.tieout.launcher.system.TieoutSystem;
import io.tieout.model.topic.Services;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two copies of ingest and two of writeback as the quota sees them: each with connections of its
/// own under its service's role.
final class Copies {
    private static final List<String> SERVICES = List.of(Services.INGEST, Services.WRITEBACK);
    private static final int OF_EACH = 2;

    private Copies() {}

    static List<Quota> of(TieoutSystem system, int factor, Clock clock) {
        DatabaseAccess owner = system.database();
        ConnectionsSchema.migrate(owner.url(), owner.user(), owner.password());
        List<Quota> copies = new ArrayList<>();
        for (String service : SERVICES) {
            for (int copy = 0; copy < OF_EACH; copy++) {
                copies.add(
                        Quota.of(
                                pool(system.databaseAs(service)),
                                config(factor),
                                new SimpleMeterRegistry(),
                                clock));
            }
        }
        return copies;
    }

    private static AgroalDataSource pool(DatabaseAccess access) {
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier()
                            .connectionPoolConfiguration(pool ->
                                    pool.maxSize(8)
                                            .acquisitionTimeout(Duration.ofSeconds(30))
                                            .connectionFactoryConfiguration(factory ->
                                                    factory.jdbcUrl(access.url())
                                                            .principal(
                                                                    new NamePrincipal(
                                                                            access.user()))
                                                            .credential(
                                                                    new SimplePassword(
                                                                            access.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The vendors' limits, scaled like the twin's.
    private static ConnectorsConfig config(int factor) {
        Map<String, String> all = new HashMap<>();
        all.put("tieout.connectors.database.url", "unused");
        all.put("tieout.connectors.database.owner-user", "unused");
        all.put("tieout.connectors.database.owner-password", "unused");
        all.put("tieout.connectors.token-key", "unused");
        all.put("tieout.connectors.smartsheet.authorize-url", "unused");
        all.putAll(new ScaledQuotas(factor).settings());
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(Duration.class, 200, text -> Durations.parse(text))
                .withMapping(ConnectorsConfig.class)
                .withSources(new PropertiesConfigSource(all, "bench", 500))
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(ConnectorsConfig.class);
    }
}
