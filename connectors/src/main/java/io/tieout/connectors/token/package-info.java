/// Which access token a call carries, and when it is renewed.
@NullMarked
package io.tieout.connectors.token;

import org.jspecify.annotations.NullMarked;
