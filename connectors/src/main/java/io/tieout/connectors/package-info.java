/// What both vendors' connections share: their configuration, their schema and how a secret is
/// held.
@NullMarked
package io.tieout.connectors;

import org.jspecify.annotations.NullMarked;
