package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.pdf.SalesPdf;
import io.tieout.twin.quickbooks.query.QueryParser;
import io.tieout.twin.quickbooks.query.QueryRun;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.wire.Answer;

/// Answers what changes nothing: one entity, a query, a page to print.
final class Reads {
    private final Realm realm;

    Reads(Realm realm) {
        this.realm = realm;
    }

    ObjectNode query(String statement) {
        var query = QueryParser.parse(statement);
        synchronized (realm) {
            var answer = Json.object();
            answer.set("QueryResponse", new QueryRun(realm).answer(query));
            return answer;
        }
    }

    ObjectNode entity(EntityType type, String id) {
        var answer = Json.object();
        answer.set(type.name(), find(type, id));
        return answer;
    }

    Answer pdf(EntityType type, String id) {
        if (!type.printable()) {
            throw QuickBooksFault.unsupported("Operation pdf is not supported for " + type.name());
        }
        var company = realm.find("CompanyInfo", "1");
        return Answer.bytes(
                "application/pdf",
                SalesPdf.of(
                        type.name(), find(type, id), company == null ? Json.object() : company));
    }

    private ObjectNode find(EntityType type, String id) {
        var single = type.kind() == EntityType.Kind.SINGLE;
        if (type.kind() != EntityType.Kind.FIXED && !id.chars().allMatch(Character::isDigit)) {
            throw QuickBooksFault.validation(
                    "2030",
                    "Invalid ID",
                    "Id should be a valid number. Supplied value:" + id,
                    "Id");
        }
        synchronized (realm) {
            var found = realm.find(type.name(), single ? "1" : id);
            if (found == null) {
                throw QuickBooksFault.notFound(type.name() + " " + id);
            }
            return found.deepCopy();
        }
    }
}
