/// Ed25519 signatures over agreed texts.
@NullMarked
package io.tieout.kit.sign;

import org.jspecify.annotations.NullMarked;
