package io.tieout.invoice.books;

import io.tieout.model.id.EntityId;

/// A name that the books know, for finding what may have been meant.
public record KnownName(EntityId id, String name, boolean active) {}
