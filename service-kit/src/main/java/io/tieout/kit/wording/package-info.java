/// Asks a language model for words and keeps of its answer only what its sources bear out. Needs
/// `quarkus-langchain4j-openai`, which a service that words something names among its dependencies.
@NullMarked
package io.tieout.kit.wording;

import org.jspecify.annotations.NullMarked;
