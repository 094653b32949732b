package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.wire.Change;
import java.util.Set;

/// One write as the caller asked for it, before it is known whether it may happen.
record Deed(String verb, EntityType type, ObjectNode body, Set<String> include) {
    static final String CREATE = "create";
    static final String UPDATE = "update";
    static final String DELETE = "delete";
    static final String VOID = "void";
    static final String SEND = "send";

    Deed {
        include = Set.copyOf(include);
    }

    /// What happened: the entity to answer with, and the item for the list of mutations.
    record Done(ObjectNode entity, Change change) {}

    String operation() {
        return verb + " " + type.path();
    }

    Done carryOut(Ledger ledger, Realm realm) {
        var entity =
                switch (verb) {
                    case CREATE -> ledger.create(realm, type, body, include);
                    case UPDATE -> ledger.update(realm, type, body, include);
                    case DELETE -> ledger.delete(realm, type, body);
                    case VOID -> ledger.voided(realm, type, body);
                    case SEND ->
                            ledger.sent(
                                    realm,
                                    type,
                                    body.path("Id").asText(""),
                                    body.path("sendTo").asText(""));
                    default -> throw QuickBooksFault.unsupported("Operation " + verb);
                };
        return new Done(
                entity,
                Change.of(operation(), realm.id(), entity.path("Id").asText(), body.deepCopy()));
    }

    /// What a POST to an entity means: the parameters decide, then whether the body has an id.
    static String verb(String operation, Set<String> include, ObjectNode body) {
        if (operation.equals(DELETE) || operation.equals(VOID)) {
            return operation;
        }
        if (include.contains(VOID)) {
            return VOID;
        }
        return body.path("Id").asText("").isEmpty() ? CREATE : UPDATE;
    }
}
