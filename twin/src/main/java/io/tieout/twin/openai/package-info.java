/// Decides what the stand-in for a language model answers.
@NullMarked
package io.tieout.twin.openai;

import org.jspecify.annotations.NullMarked;
