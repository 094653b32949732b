package io.tieout.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.health.ConnectionView;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.smartsheet.SheetRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnconnectedCompaniesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void names_the_company_its_sheets_and_the_remedy() {
        List<ConnectionView> missing =
                UnconnectedCompanies.of(
                        List.of(sheet("1", "92"), sheet("2", "92"), sheet("3", "91")),
                        List.of(connected("91")),
                        NOW);

        assertThat(missing)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.connection()).isEqualTo("quickbooks:92");
                    assertThat(one.problems())
                            .singleElement()
                            .satisfies(problem -> {
                                assertThat(problem.text())
                                        .contains("“Billing 1” and another sheet", "company 92");
                                assertThat(problem.remedy())
                                        .contains("./tieout connect quickbooks");
                            });
                });
    }

    @Test
    void says_nothing_once_a_person_has_signed_in() {
        assertThat(
                        UnconnectedCompanies.of(
                                List.of(sheet("1", "92")), List.of(connected("92")), NOW))
                .isEmpty();
    }

    private static SheetMapping sheet(String id, String realm) {
        return new SheetMapping(
                1,
                new SheetId(id),
                "Billing " + id,
                SheetRole.BILLING,
                new RealmId(realm),
                List.of(),
                null,
                CurrencyCode.USD,
                Map.of());
    }

    private static ConnectionView connected(String realm) {
        return new ConnectionView(
                "quickbooks:" + realm,
                "quickbooks",
                "CONNECTED",
                NOW,
                0,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                List.of());
    }
}
