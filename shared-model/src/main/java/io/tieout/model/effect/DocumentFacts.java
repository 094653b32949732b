package io.tieout.model.effect;

import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import java.time.LocalDate;

/// What a document in the books said when somebody decided about it. Should it say something else
/// when the decision is carried out, a person has changed it since.
public record DocumentFacts(EntityId customerId, LocalDate date, Money total, Money balance) {}
