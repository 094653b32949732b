package io.tieout.connectors.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.model.quickbooks.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectTest {
    @Test
    void conditions_are_joined_by_and() {
        Select select =
                Select.from(EntityType.INVOICE)
                        .where("CustomerRef", "=", "58")
                        .where("TxnDate", ">=", "2026-11-22");

        assertThat(select.statement())
                .isEqualTo(
                        "SELECT * FROM Invoice WHERE CustomerRef = '58' AND TxnDate >="
                                + " '2026-11-22'");
    }

    @Test
    void text_cannot_leave_its_quotes() {
        Select select = Select.from(EntityType.CUSTOMER).where("DisplayName", "=", "O'Neil \\' x");

        assertThat(select.statement())
                .isEqualTo("SELECT * FROM Customer WHERE DisplayName = 'O\\'Neil \\\\\\' x'");
    }

    @Test
    void a_list_of_ids_and_inactive_names() {
        assertThat(
                        Select.from(EntityType.ITEM)
                                .whereIn("Id", List.of("1", "2"))
                                .withInactive()
                                .statement())
                .isEqualTo("SELECT * FROM Item WHERE Id IN ('1', '2') AND Active IN (true, false)");
    }

    @Test
    void a_field_is_a_name() {
        assertThatThrownBy(() -> Select.from(EntityType.ITEM).where("Id = '1' OR Id", "=", "2"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
