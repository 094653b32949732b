/// Gathers what speaks for and against a proposal: lines beside their rows, what differs, who has
/// decided, what each effect came to, its life.
@NullMarked
package io.tieout.console.dossier;

import org.jspecify.annotations.NullMarked;
