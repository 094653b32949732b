package io.tieout.connectors.quickbooks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Intuit's error codes, what each means, what is done about it, and what a person can do. Codes as
/// in "Handling common errors" and in the table that public client libraries quote; the code counts
/// before the HTTP status, because throttling has come as 403 and nearly everything else comes as
/// 400. Pure.
public final class FaultCatalogue {
    /// One row.
    ///
    /// @param remedy what a person can do; empty when nobody needs to do anything
    public record Row(String code, FaultAction action, String meaning, String remedy) {}

    private static final String CONNECT = "Connect the company again: ./tieout connect quickbooks.";
    private static final String ACCESS =
            "Have an administrator of the company restore the access of whoever connected it, or"
                    + " connect again: ./tieout connect quickbooks.";
    private static final String INACTIVE =
            "Make the customer, item, account, class or vendor active again in QuickBooks, or name"
                    + " another one in the row; then ready the row again.";
    private static final String NUMBER =
            "Another document has this number: change one of them, then ready the row again.";
    private static final String NAME =
            "A customer, vendor or employee has this name already: use it, or choose another name.";
    private static final String LINKED =
            "In QuickBooks, undo the payment, deposit or link first; then try again.";
    private static final String RULES =
            "Read what QuickBooks says, change it there or in the row, then ready the row again.";
    private static final String SUPPORT =
            "Nothing in the books is wrong; the request is. Report it with the reference.";
    private static final String CLOSED =
            "Reopen the period in QuickBooks (Account and settings, Advanced), or give the document"
                    + " a date after the closing date.";
    private static final String SWITCHED_OFF =
            "Switch the feature on in QuickBooks (Account and settings), or leave the field empty.";
    private static final String SUBSCRIPTION =
            "Settle the company's QuickBooks subscription; everything continues by itself then.";

    private static final String RESET =
            "The books are read anew by themselves; look over the rows then, and ready them again.";

    private static final Map<String, Row> ROWS = rows();

    private FaultCatalogue() {}

    /// The row of a fault; without a known code the status decides.
    ///
    /// @param message tells a duplicate number, which has come under two codes
    public static Row row(int status, String code, @Nullable String message) {
        Row row = ROWS.get(code);
        if (row != null && code.equals("6240") && message != null && isAboutNumbers(message)) {
            return known("6140");
        }
        if (status == 429) {
            return known("3001");
        }
        return row == null ? byStatus(status, code) : row;
    }

    /// Every row, in the order of the catalogue.
    public static Iterable<Row> all() {
        return ROWS.values();
    }

    private static boolean isAboutNumbers(String message) {
        return message.contains("Document Number");
    }

    private static Row known(String code) {
        Row row = ROWS.get(code);
        if (row == null) {
            throw new IllegalStateException("The catalogue lacks " + code);
        }
        return row;
    }

    private static Row byStatus(int status, String code) {
        return switch (status) {
            case 401 -> new Row(code, FaultAction.RENEW_TOKEN, "The token is refused", CONNECT);
            case 403 -> new Row(code, FaultAction.STOP_COMPANY, "Access is refused", ACCESS);
            case 404 -> new Row(code, FaultAction.RESOLVE_AGAIN, "Not there", INACTIVE);
            case 408 -> new Row(code, FaultAction.LOOK_AND_REPEAT, "No answer in time", "");
            case 413 -> new Row(code, FaultAction.SPLIT, "The request is too large", SUPPORT);
            default ->
                    status >= 500
                            ? new Row(
                                    code,
                                    FaultAction.LOOK_AND_REPEAT,
                                    "QuickBooks is out of order",
                                    "")
                            : new Row(
                                    code, FaultAction.CORRECT_REQUEST, "An unknown refusal", RULES);
        };
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        put(rows, FaultAction.RENEW_TOKEN, "The token is refused", CONNECT, "100", "110", "3200");
        put(rows, FaultAction.STOP_COMPANY, "Access was taken away", ACCESS, "120", "5020");
        put(rows, FaultAction.WAIT, "Too many requests", "", "3001");
        put(rows, FaultAction.LATER, "The company is locked or moved", "", "130", "140", "150");
        put(rows, FaultAction.CORRECT_REQUEST, "Unsupported operation", SUPPORT, "500");
        put(rows, FaultAction.LOOK_AND_REPEAT, "The request id was used before", "", "600");
        put(rows, FaultAction.CORRECT_REQUEST, "The request id is malformed", SUPPORT, "2130");
        put(rows, FaultAction.RESOLVE_AGAIN, "Something referred to is inactive", INACTIVE, "610");
        put(rows, FaultAction.ASK_PERSON, "The document cannot be linked", LINKED, "620");
        put(rows, FaultAction.ASK_PERSON, "Others depend on it", LINKED, "700", "800", "900");
        put(rows, FaultAction.SPLIT, "The batch is too large", SUPPORT, "1040");
        put(
                rows,
                FaultAction.CORRECT_REQUEST,
                "A property is unknown, missing or malformed",
                SUPPORT,
                "2010",
                "2020",
                "2030",
                "2040",
                "2050",
                "2060",
                "2070",
                "2080",
                "2090",
                "2100",
                "2110",
                "2170");
        put(
                rows,
                FaultAction.CORRECT_REQUEST,
                "The lines are incomplete or do not balance",
                RULES,
                "2250",
                "2260",
                "2270",
                "2280",
                "2290",
                "2300");
        put(rows, FaultAction.RESOLVE_AGAIN, "A reference leads nowhere", INACTIVE, "2500");
        put(rows, FaultAction.CORRECT_REQUEST, "The custom field is unknown", RULES, "3000");
        put(rows, FaultAction.CORRECT_REQUEST, "The query is wrong", SUPPORT, "4000", "4001");
        put(rows, FaultAction.REPEAT_ONCE, "The query was not processed", SUPPORT, "4002");
        put(rows, FaultAction.READ_AGAIN, "Somebody changed it meanwhile", "", "5010");
        put(rows, FaultAction.ASK_PERSON, "A feature is switched off", SWITCHED_OFF, "5030");
        put(rows, FaultAction.ASK_PERSON, "A rule of QuickBooks forbids it", RULES, "6000");
        put(
                rows,
                FaultAction.CORRECT_REQUEST,
                "Account type, amount, name or tax code is wrong",
                RULES,
                "6010",
                "6070",
                "6080",
                "6100",
                "6170",
                "6180",
                "6430");
        put(rows, FaultAction.LOOK_FOR_OURS, "The number is taken", NUMBER, "6140");
        put(rows, FaultAction.STOP_COMPANY, "The subscription has ended", SUBSCRIPTION, "6190");
        put(rows, FaultAction.PERIOD_CLOSED, "The period is closed", CLOSED, "6200", "6210");
        put(rows, FaultAction.LOOK_FOR_OURS, "The name is taken", NAME, "6240");
        put(
                rows,
                FaultAction.RESOLVE_AGAIN,
                "The customer is missing or inactive",
                INACTIVE,
                "6250");
        put(rows, FaultAction.ASK_PERSON, "It cannot be made inactive", LINKED, "6220", "6280");
        put(rows, FaultAction.ASK_PERSON, "It is dated before the item's start", RULES, "6270");
        put(
                rows,
                FaultAction.CORRECT_REQUEST,
                "The time activity breaks a rule",
                RULES,
                "6290",
                "6300",
                "6310",
                "6320",
                "6330",
                "6340",
                "6350",
                "6360",
                "6370",
                "6380",
                "6390");
        put(
                rows,
                FaultAction.ASK_PERSON,
                "It is linked, matched or deposited",
                LINKED,
                "6400",
                "6440",
                "6450",
                "6480",
                "6540");
        put(
                rows,
                FaultAction.CORRECT_REQUEST,
                "The attachment is refused",
                SUPPORT,
                "6020",
                "6030",
                "6040",
                "6041",
                "6050");
        put(rows, FaultAction.LOOK_AND_REPEAT, "QuickBooks failed", "", "10000");
        put(rows, FaultAction.PAGE, "The answer would be too large", SUPPORT, "10100");
        put(rows, FaultAction.RELOAD, "The company was reset", RESET, "10200");
        return java.util.Collections.unmodifiableMap(rows);
    }

    private static void put(
            Map<String, Row> rows,
            FaultAction action,
            String meaning,
            String remedy,
            String... codes) {
        for (String code : codes) {
            rows.put(code, new Row(code, action, meaning, remedy));
        }
    }
}
