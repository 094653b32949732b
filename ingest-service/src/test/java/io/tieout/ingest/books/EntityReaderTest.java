package io.tieout.ingest.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.VendorJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityReaderTest {
    private final EntityReader reader = new EntityReader(CurrencyCode.USD);

    @Test
    void reads_an_invoice_to_the_cent() {
        EntityReading.Present reading =
                present(
                        EntityType.INVOICE,
                        """
                        {"Id":"130","SyncToken":"2","MetaData":{"LastUpdatedTime":"2026-11-20T08:00:00-08:00"},
                         "DocNumber":"1037","TxnDate":"2026-11-20","DueDate":"2026-12-20",
                         "CustomerRef":{"value":"58","name":"Harbor Works LLC"},"CurrencyRef":{"value":"USD"},
                         "TotalAmt":362.07,"Balance":362.07,"TxnTaxDetail":{"TotalTax":26.82},
                         "PrivateNote":"tieout:x","EmailStatus":"NotSet",
                         "Line":[
                          {"Id":"1","DetailType":"SalesItemLineDetail","Amount":335.25,"Description":"Design",
                           "SalesItemLineDetail":{"ItemRef":{"value":"5"},"Qty":2.235,"UnitPrice":150,"ClassRef":{"value":"7"}}},
                          {"DetailType":"SubTotalLineDetail","Amount":335.25,"SubTotalLineDetail":{}}]}
                        """);
        Entity.Transaction invoice = (Entity.Transaction) reading.entity();

        assertThat(reading.syncToken()).isEqualTo(2);
        assertThat(reading.lastUpdated()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(reading.voided()).isFalse();
        assertThat(invoice.total()).isEqualTo(usd("362.07"));
        assertThat(invoice.tax()).isEqualTo(usd("26.82"));
        assertThat(invoice.counterpartyType()).isEqualTo(EntityType.CUSTOMER);
        assertThat(invoice.counterpartyId()).isEqualTo(new EntityId("58"));
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(invoice.lines())
                .containsExactly(
                        new Entity.Line(
                                "1",
                                "Design",
                                usd("335.25"),
                                Quantity.of("2.235"),
                                new EntityId("5"),
                                null,
                                new EntityId("7"),
                                null,
                                null,
                                null));
    }

    @Test
    void knows_a_void_document_by_its_note_and_total() {
        assertThat(
                        present(
                                        EntityType.INVOICE,
                                        """
                                        {"Id":"1","SyncToken":"3","TxnDate":"2026-11-20","CustomerRef":{"value":"58"},
                                         "TotalAmt":0,"PrivateNote":"Voided - tieout:x","Line":[]}
                                        """)
                                .voided())
                .isTrue();
        assertThat(
                        present(
                                        EntityType.INVOICE,
                                        """
                                        {"Id":"1","SyncToken":"3","TxnDate":"2026-11-20","CustomerRef":{"value":"58"},
                                         "TotalAmt":0,"PrivateNote":"free of charge","Line":[]}
                                        """)
                                .voided())
                .isFalse();
    }

    @Test
    void takes_no_journal_entry_and_nothing_without_a_total_for_void() {
        assertThat(
                        present(
                                        EntityType.JOURNAL_ENTRY,
                                        """
                                        {"Id":"1","SyncToken":"1","TxnDate":"2026-11-20","TotalAmt":0,
                                         "PrivateNote":"Voided cheque, booked again","Line":[]}
                                        """)
                                .voided())
                .isFalse();
        assertThat(
                        present(
                                        EntityType.BILL,
                                        """
                                        {"Id":"1","SyncToken":"1","TxnDate":"2026-11-20","VendorRef":{"value":"80"},
                                         "PrivateNote":"Instead of a Voided one","Line":[]}
                                        """)
                                .voided())
                .isFalse();
    }

    @Test
    void a_bill_names_the_one_order_that_it_is_for() {
        assertThat(order("{\"TxnId\":\"114\",\"TxnType\":\"PurchaseOrder\"}"))
                .isEqualTo(new EntityId("114"));
        assertThat(
                        order(
                                "{\"TxnId\":\"114\",\"TxnType\":\"PurchaseOrder\"},"
                                        + "{\"TxnId\":\"115\",\"TxnType\":\"PurchaseOrder\"}"))
                .isNull();
        assertThat(order("{\"TxnId\":\"9\",\"TxnType\":\"BillPaymentCheck\"}")).isNull();
    }

    private @Nullable EntityId order(String links) {
        Entity.Transaction bill =
                (Entity.Transaction)
                        present(
                                        EntityType.BILL,
                                        """
                                        {"Id":"1","SyncToken":"0","TxnDate":"2026-11-20","VendorRef":{"value":"80"},
                                         "TotalAmt":10,"Line":[],"LinkedTxn":[%s]}
                                        """
                                                .formatted(links))
                                .entity();
        return bill.purchaseOrderId();
    }

    @Test
    void reads_a_customer_with_the_region_that_decides_the_tax() {
        Entity.Customer customer =
                (Entity.Customer)
                        present(
                                        EntityType.CUSTOMER,
                                        """
                                        {"Id":"58","SyncToken":"0","DisplayName":"Pier 9","FullyQualifiedName":"Harbor Works LLC:Pier 9",
                                         "ParentRef":{"value":"57"},"Job":true,"Active":false,"Taxable":true,
                                         "PrimaryEmailAddr":{"Address":"ap@harbor.example"},
                                         "BillAddr":{"Line1":"1 Quay","City":"New York","CountrySubDivisionCode":"NY"},
                                         "SalesTermRef":{"value":"3"}}
                                        """)
                                .entity();

        assertThat(customer.fullyQualifiedName()).isEqualTo("Harbor Works LLC:Pier 9");
        assertThat(customer.parentId()).isEqualTo(new EntityId("57"));
        assertThat(customer.state()).isEqualTo("NY");
        assertThat(customer.termId()).isEqualTo(new EntityId("3"));
        assertThat(customer.currency()).isNull();
        assertThat(customer.project()).isNull();
    }

    @Test
    void reads_whether_a_job_is_a_project() {
        Entity.Customer project =
                (Entity.Customer)
                        present(
                                        EntityType.CUSTOMER,
                                        """
                                        {"Id":"59","SyncToken":"0","DisplayName":"Pier 9","ParentRef":{"value":"57"},
                                         "Job":true,"IsProject":true}
                                        """)
                                .entity();

        assertThat(project.job()).isTrue();
        assertThat(project.project()).isTrue();
    }

    @Test
    void keeps_inactive_entries_and_says_so() {
        assertThat(
                        present(
                                        EntityType.VENDOR,
                                        "{\"Id\":\"4\",\"SyncToken\":\"1\",\"DisplayName\":\"Old\",\"Active\":false}")
                                .active())
                .isFalse();
    }

    @Test
    void reads_an_items_own_tax_code() {
        Entity.Item item =
                (Entity.Item)
                        present(
                                        EntityType.ITEM,
                                        """
                                        {"Id":"5","SyncToken":"0","Name":"Survey","Type":"Service","SalesTaxCodeRef":{"value":"6"}}
                                        """)
                                .entity();

        assertThat(item.salesTaxCodeId()).isEqualTo(new EntityId("6"));
        assertThat(item.taxable()).isFalse();
    }

    @Test
    void leaves_a_rate_finer_than_a_cent_absent_instead_of_rounding_it() {
        Entity.Item item =
                (Entity.Item)
                        present(
                                        EntityType.ITEM,
                                        "{\"Id\":\"5\",\"SyncToken\":\"0\",\"Name\":\"Copy\",\"Type\":\"Service\",\"UnitPrice\":0.125}")
                                .entity();

        assertThat(item.unitPrice()).isNull();
    }

    @Test
    void reads_a_purchase_by_its_vendor_and_a_journal_entry_by_its_sides() {
        Entity.Transaction purchase =
                (Entity.Transaction)
                        present(
                                        EntityType.PURCHASE,
                                        """
                                        {"Id":"9","SyncToken":"0","TxnDate":"2026-10-01","TotalAmt":80,"DocNumber":"B-7",
                                         "EntityRef":{"value":"31","type":"Vendor","name":"Atlas Electric"},
                                         "Line":[{"Id":"1","Amount":80,"DetailType":"AccountBasedExpenseLineDetail",
                                           "AccountBasedExpenseLineDetail":{"AccountRef":{"value":"60"},"CustomerRef":{"value":"58"}}}]}
                                        """)
                                .entity();
        Entity.Transaction journal =
                (Entity.Transaction)
                        present(
                                        EntityType.JOURNAL_ENTRY,
                                        """
                                        {"Id":"8","SyncToken":"0","TxnDate":"2026-10-01",
                                         "Line":[{"Amount":5,"DetailType":"JournalEntryLineDetail",
                                           "JournalEntryLineDetail":{"PostingType":"Debit","AccountRef":{"value":"60"}}}]}
                                        """)
                                .entity();

        assertThat(purchase.counterpartyType()).isEqualTo(EntityType.VENDOR);
        assertThat(purchase.counterpartyName()).isEqualTo("Atlas Electric");
        assertThat(purchase.lines().getFirst().accountId()).isEqualTo(new EntityId("60"));
        assertThat(purchase.lines().getFirst().customerId()).isEqualTo(new EntityId("58"));
        assertThat(journal.lines().getFirst().posting()).isEqualTo("Debit");
    }

    @Test
    void reads_a_time_activity_as_hours_of_a_service() {
        Entity.Transaction time =
                (Entity.Transaction)
                        present(
                                        EntityType.TIME_ACTIVITY,
                                        """
                                        {"Id":"3","SyncToken":"0","TxnDate":"2026-11-18","NameOf":"Employee","Hours":2,"Minutes":20,
                                         "HourlyRate":150,"CustomerRef":{"value":"58"},"ItemRef":{"value":"5"}}
                                        """)
                                .entity();

        assertThat(time.total()).isNull();
        assertThat(time.lines().getFirst().quantity()).isEqualTo(Quantity.of("2.33333"));
        assertThat(time.lines().getFirst().amount()).isEqualTo(usd("350.00"));
    }

    @Test
    void reads_tax_codes_and_preferences() {
        Entity.TaxCode code =
                (Entity.TaxCode)
                        present(
                                        EntityType.TAX_CODE,
                                        """
                                        {"Id":"3","SyncToken":"0","Name":"NY","Taxable":true,
                                         "SalesTaxRateList":{"TaxRateDetail":[{"TaxRateRef":{"value":"4"}},{"TaxRateRef":{"value":"6"}}]}}
                                        """)
                                .entity();
        Entity.Preferences preferences =
                (Entity.Preferences)
                        present(
                                        EntityType.PREFERENCES,
                                        """
                                        {"Id":"1","SyncToken":"7","CurrencyPrefs":{"HomeCurrency":{"value":"EUR"}},
                                         "AccountingInfoPrefs":{"BookCloseDate":"2026-09-30","TrackDepartments":true}}
                                        """)
                                .entity();

        assertThat(code.salesRateIds()).isEqualTo(List.of(new EntityId("4"), new EntityId("6")));
        assertThat(preferences.homeCurrency()).isEqualTo(new CurrencyCode("EUR"));
        assertThat(preferences.bookCloseDate()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(preferences.trackDepartments()).isTrue();
    }

    @Test
    void reads_the_currency_of_an_account() {
        Entity.Account account =
                (Entity.Account)
                        present(
                                        EntityType.ACCOUNT,
                                        """
                                        {"Id":"90","SyncToken":"0","Name":"Payables (EUR)","AccountType":"Accounts Payable",
                                         "CurrencyRef":{"value":"EUR"}}
                                        """)
                                .entity();

        assertThat(account.currency()).isEqualTo(new CurrencyCode("EUR"));
    }

    @Test
    void reads_a_companys_switches_and_leaves_out_those_that_it_does_not_name() {
        Entity.Preferences named =
                preferences(
                        """
                        {"Id":"1","SyncToken":"7","CurrencyPrefs":{"HomeCurrency":{"value":"USD"}},
                         "SalesFormsPrefs":{"AllowServiceDate":false,"CustomTxnNumbers":true},
                         "VendorAndPurchasesPrefs":{"TrackingByCustomer":false,"BillableExpenseTracking":true},
                         "TaxPrefs":{"UsingSalesTax":true,"PartnerTaxEnabled":true}}
                        """);
        Entity.Preferences unnamed = preferences("{\"Id\":\"1\",\"SyncToken\":\"7\"}");

        assertThat(named.serviceDates()).isFalse();
        assertThat(named.customTransactionNumbers()).isTrue();
        assertThat(named.customersOnSpend()).isFalse();
        assertThat(named.billableSpend()).isTrue();
        assertThat(named.automatedSalesTax()).isTrue();
        assertThat(unnamed.serviceDates()).isNull();
        assertThat(unnamed.customersOnSpend()).isNull();
        assertThat(unnamed.billableSpend()).isNull();
        assertThat(unnamed.automatedSalesTax()).isNull();
    }

    private Entity.Preferences preferences(String json) {
        return (Entity.Preferences) present(EntityType.PREFERENCES, json).entity();
    }

    @Test
    void says_why_an_entity_cannot_be_read() {
        assertThat(read(EntityType.CUSTOMER, "{\"Id\":\"5\",\"SyncToken\":\"0\"}"))
                .isEqualTo(
                        new EntityReading.Unreadable(
                                EntityType.CUSTOMER, new EntityId("5"), "DisplayName is absent"));
    }

    private EntityReading.Present present(EntityType type, String json) {
        return (EntityReading.Present) read(type, json);
    }

    private EntityReading read(EntityType type, String json) {
        return reader.read(type, VendorJson.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}
