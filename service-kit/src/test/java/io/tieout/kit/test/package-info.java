/// What tests of every service share: a real PostgreSQL, and Kafka stood in for at the edges of one
/// service.
@NullMarked
package io.tieout.kit.test;

import org.jspecify.annotations.NullMarked;
