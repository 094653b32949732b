package io.tieout.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.SheetRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
    private final SheetMapping mapping = Sheets.billing();

    @Test
    void reads_typed_fields() {
        BillingFields fields =
                fields(
                        Map.of(
                                ColumnPart.STATUS, "Ready to Bill",
                                ColumnPart.CUSTOMER, "  Harbor Works LLC ",
                                ColumnPart.WORK_DATE, "2026-11-19",
                                ColumnPart.HOURS, new BigDecimal("7.50"),
                                ColumnPart.COST, new BigDecimal("120.1"),
                                ColumnPart.BILLABLE, true,
                                ColumnPart.PROJECT_MANAGER, "pm@harbor.example"));

        assertThat(fields.ready()).isTrue();
        assertThat(fields.customer()).isEqualTo("Harbor Works LLC");
        assertThat(fields.workDate()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(fields.hours()).isEqualTo(Quantity.of("7.5"));
        assertThat(fields.cost()).isEqualTo(Money.of("120.10", CurrencyCode.USD));
        assertThat(fields.billable()).isTrue();
        assertThat(fields.projectManager()).isEqualTo("pm@harbor.example");
    }

    @ParameterizedTest
    @CsvSource({"ready to bill, true", "Ready to Bill, true", "Ready, false", "Billed, false"})
    void takes_a_row_for_ready_by_its_status_whatever_the_case(String status, boolean ready) {
        assertThat(fields(Map.of(ColumnPart.STATUS, status)).ready()).isEqualTo(ready);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T08:00:00", "2026-11-22T17:00:00Z", "2026-11-22"})
    void takes_the_day_of_a_project_sheets_date_with_its_hour(String value) {
        assertThat(fields(Map.of(ColumnPart.WORK_DATE, value)).workDate())
                .isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void says_what_is_wrong_with_text_in_a_number_column() {
        RowReading reading = read(Map.of(ColumnPart.HOURS, "twelve"));

        assertThat(((BillingFields) reading.fields()).hours()).isNull();
        assertThat(reading.problems())
                .containsExactly(
                        new CellProblem(
                                ColumnPart.HOURS,
                                "Hours",
                                "number-expected",
                                "Hours: \"twelve\" is text, not a number. Enter a plain number such as 7.5."));
    }

    @Test
    void takes_digits_that_were_typed_as_text_for_the_number_they_are() {
        assertThat(fields(Map.of(ColumnPart.HOURS, "12.5")).hours()).isEqualTo(Quantity.of("12.5"));
    }

    @Test
    void reads_amounts_in_the_currency_that_the_row_names() {
        assertThat(
                        fields(
                                        Map.of(
                                                ColumnPart.COST,
                                                new BigDecimal("120.10"),
                                                ColumnPart.CURRENCY,
                                                "cad"))
                                .cost())
                .isEqualTo(Money.of("120.10", new CurrencyCode("CAD")));
    }

    @Test
    void reads_no_amount_of_a_row_whose_currency_is_none() {
        RowReading reading =
                read(
                        Map.of(
                                ColumnPart.COST,
                                new BigDecimal("120.10"),
                                ColumnPart.CURRENCY,
                                "dollars"));

        assertThat(((BillingFields) reading.fields()).cost()).isNull();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("currency-expected"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOURS     | #UNPARSEABLE         | formula-error",
                "CUSTOMER  | #NO MATCH            | formula-error",
                "COST      | #CIRCULAR REFERENCE  | formula-error",
                "WORK_DATE | last Tuesday         | date-expected",
                "WORK_DATE | 2026-13-01           | date-expected",
                "WORK_DATE | 2026-11-22T25:00:00  | date-expected",
                "WORK_DATE | Thursday             | date-expected",
                "WORK_DATE | 0206-11-01           | date-out-of-range",
                "COST      | 1,200.00             | number-expected",
                "BILLABLE  | maybe                | checkbox-expected",
                "PROJECT_MANAGER | Paula          | contact-expected"
            })
    void names_each_kind_of_bad_cell(ColumnPart part, String value, String code) {
        assertThat(read(Map.of(part, value)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .satisfies(problem -> assertThat(problem.message()).contains(value));
    }

    @ParameterizedTest
    @CsvSource({
        "COST, 12.345, too-many-decimals",
        "HOURS, 3.3333333333, too-many-decimals",
        "COST, 1000000000000, number-out-of-range",
        "HOURS, 1000000000, number-out-of-range"
    })
    void never_rounds_what_a_person_entered(ColumnPart part, BigDecimal value, String code) {
        assertThat(read(Map.of(part, value)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void forgives_the_noise_of_binary_fractions() {
        assertThat(fields(Map.of(ColumnPart.COST, new BigDecimal("0.30000000000000004"))).cost())
                .isEqualTo(Money.of("0.30", CurrencyCode.USD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AMOUNT | 1e300        | number-out-of-range | 1E+300 is too large",
                "AMOUNT | about twenty | number-expected     | is text, not a number",
                "DATE   | 1900-01-01   | date-out-of-range   | is too far away to be meant",
                "DATE   | next week    | date-expected       | is text, not a date"
            })
    void keeps_out_of_a_cost_row_what_cannot_be_compared(
            ColumnPart part, String value, String code, String words) {
        RowReading reading = cost(part, value.equals("1e300") ? new BigDecimal(value) : value);

        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.part()).isEqualTo(part);
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.message()).startsWith(Sheets.title(part)).contains(words);
                    assertThat(problem.message()).hasSizeLessThan(200);
                });
    }

    @Test
    void takes_no_text_of_four_thousand_characters_for_a_vendor() {
        RowReading reading = cost(ColumnPart.VENDOR, "Atlas Electric ".repeat(267));

        assertThat(((CostFields) reading.fields()).vendor()).isNull();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("name-too-long");
                    assertThat(problem.message())
                            .contains("4004 characters", "Enter the name alone")
                            .hasSizeLessThan(200);
                });
    }

    private static RowReading cost(ColumnPart part, Object value) {
        SheetMapping costs =
                Sheets.mapping(
                        SheetRole.COSTS, ColumnPart.VENDOR, ColumnPart.DATE, ColumnPart.AMOUNT);
        return RowReader.read(costs, Sheets.columns(costs), Sheets.row(Map.of(part, value)));
    }

    @Test
    void takes_a_box_without_a_value_for_not_ticked() {
        assertThat(fields(Map.of(ColumnPart.STATUS, "In Progress")).billable()).isFalse();
    }

    @Test
    void leaves_a_part_that_is_not_mapped_absent() {
        assertThat(fields(Map.of(ColumnPart.STATUS, "In Progress")).service()).isNull();
    }

    private BillingFields fields(Map<ColumnPart, Object> cells) {
        RowReading reading = read(cells);
        assertThat(reading.problems()).isEmpty();
        return (BillingFields) reading.fields();
    }

    private RowReading read(Map<ColumnPart, Object> cells) {
        return RowReader.read(mapping, Sheets.columns(mapping), Sheets.row(cells));
    }
}
