package io.tieout.reconcile.explaining;

import io.tieout.kit.wording.Model;
import java.util.Optional;

/// The model in use, if any, and how its words are marked.
record ModelChoice(Optional<Model> model, String by) {}
