package io.tieout.invoice.books;

import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.Entity;

/// An entry of one of the books' lists, inactive ones included.
public record Listed<E extends Entity>(EntityId id, boolean active, E entity) {}
