/// How one call is made: quota, token, send, understand the answer, count.
@NullMarked
package io.tieout.connectors.call;

import org.jspecify.annotations.NullMarked;
