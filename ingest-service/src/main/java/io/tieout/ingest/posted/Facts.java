package io.tieout.ingest.posted;

import io.tieout.ingest.posted.PostedFacts.Fact;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the facts of a head or of a line, in the order in which people read them. Used by one
/// thread.
final class Facts {
    static final String CUSTOMER = "customer";
    static final String VENDOR = "vendor";
    static final String NUMBER = "number";
    static final String DATE = "date";
    static final String DUE_DATE = "due date";
    static final String TERMS = "terms";
    static final String DEPARTMENT = "department";
    static final String PAYABLES = "payables account";
    static final String TAX_CODE = "tax code";
    static final String TAX_CALCULATION = "tax calculation";
    static final String TOTAL = "total";
    static final String HOURS = "hours";
    static final String ITEM = "item";
    static final String ACCOUNT = "account";
    static final String CLASS = "class";
    static final String QUANTITY = "quantity";
    static final String RATE = "rate";
    static final String AMOUNT = "amount";
    static final String POSTING = "posting";
    static final String BILLABLE = "billable";
    static final String SERVICE_DATE = "service date";
    static final String MARK = "Tieout's mark in the private note";
    static final String WORDS = "description";

    private final Map<String, Fact> facts = new LinkedHashMap<>();

    Map<String, Fact> all() {
        return facts;
    }

    Facts put(String label, Fact fact) {
        facts.put(label, fact);
        return this;
    }

    /// Left out when it is not known.
    Facts text(String label, @Nullable String value) {
        if (value != null) {
            facts.put(label, new Fact(value, null));
        }
        return this;
    }

    Facts id(String label, @Nullable EntityId id) {
        return text(label, id == null ? null : id.value());
    }

    Facts money(String label, @Nullable Money money) {
        return text(label, money == null ? null : words(money));
    }

    Facts number(String label, @Nullable BigDecimal number) {
        return text(label, number == null ? null : plain(number));
    }

    static String words(Money money) {
        return money.amount().toPlainString() + " " + money.currency().value();
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
