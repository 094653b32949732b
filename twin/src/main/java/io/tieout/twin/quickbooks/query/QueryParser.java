package io.tieout.twin.quickbooks.query;

import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a statement strictly: what the vendor documents, and nothing else (4000).
public final class QueryParser {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:('(?:\\\\.|[^'\\\\])*')|([A-Za-z][A-Za-z0-9_.]*)|(-?\\d[\\d.]*)|(<=|>=|!=|<>|[=<>(),*])|(\\S))");
    private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=");

    private final List<String> tokens;
    private int at;

    private QueryParser(List<String> tokens) {
        this.tokens = tokens;
    }

    public static Query parse(String statement) {
        return new QueryParser(tokens(statement)).statement();
    }

    private static List<String> tokens(String statement) {
        List<String> tokens = new ArrayList<>();
        var matcher = TOKEN.matcher(statement.strip());
        while (matcher.lookingAt()) {
            if (matcher.group(5) != null) {
                throw unparsable("unexpected " + matcher.group(5));
            }
            tokens.add(matcher.group().strip());
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        return tokens;
    }

    private Query statement() {
        expect("SELECT");
        var count = projection();
        expect("FROM");
        var entity = next("an entity");
        List<Query.Condition> conditions = new ArrayList<>();
        if (take("WHERE")) {
            do {
                conditions.add(condition());
            } while (take("AND"));
        }
        String orderBy = null;
        var descending = false;
        if (take("ORDERBY") || (take("ORDER") && expect("BY"))) {
            orderBy = next("a field");
            descending = take("DESC");
            if (!descending) {
                take("ASC");
            }
        }
        var start = take("STARTPOSITION") ? number("STARTPOSITION", Integer.MAX_VALUE) : 1;
        var max = take("MAXRESULTS") ? number("MAXRESULTS", Query.PAGE_MAX) : Query.PAGE;
        if (at < tokens.size()) {
            throw unparsable("unexpected " + tokens.get(at));
        }
        return new Query(count, entity, conditions, orderBy, descending, start, max);
    }

    private boolean projection() {
        if (take("*")) {
            return false;
        }
        if (take("COUNT")) {
            expect("(");
            expect("*");
            expect(")");
            return true;
        }
        throw unparsable("only * and COUNT(*) can be selected, not " + next("a projection"));
    }

    private Query.Condition condition() {
        var field = next("a field");
        if (field.startsWith("'") || field.equals("(")) {
            throw unparsable("unexpected " + field);
        }
        if (take("IN")) {
            expect("(");
            List<String> values = new ArrayList<>();
            do {
                values.add(value());
            } while (take(","));
            expect(")");
            return new Query.Condition(field, "IN", values);
        }
        if (take("LIKE")) {
            return new Query.Condition(field, "LIKE", List.of(value()));
        }
        var operator = next("an operator");
        if (!OPERATORS.contains(operator)) {
            throw unparsable("unexpected " + operator);
        }
        return new Query.Condition(field, operator, List.of(value()));
    }

    private String value() {
        var token = next("a value");
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        var word = token.toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("false") || token.matches("-?\\d[\\d.]*")) {
            return word;
        }
        throw unparsable("values are quoted, not " + token);
    }

    private int number(String what, int max) {
        var token = next("a number");
        if (!token.matches("\\d{1,9}")) {
            throw unparsable("unexpected " + token);
        }
        var value = Integer.parseInt(token);
        if (value < 1 || value > max) {
            throw invalid("value " + token + " for " + what + " is out of range");
        }
        return value;
    }

    private boolean take(String word) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(word)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean expect(String word) {
        if (!take(word)) {
            var found = at < tokens.size() ? tokens.get(at) : "the end";
            throw unparsable("expected " + word + " but found " + found);
        }
        return true;
    }

    private String next(String what) {
        if (at >= tokens.size()) {
            throw unparsable("expected " + what + " but found the end");
        }
        return tokens.get(at++);
    }

    static QuickBooksFault unparsable(String why) {
        return QuickBooksFault.validation(
                "4000", "Error parsing query", "QueryParserError: " + why);
    }

    static QuickBooksFault invalid(@Nullable String why) {
        return QuickBooksFault.validation("4001", "Invalid query", "QueryValidationError: " + why);
    }
}
