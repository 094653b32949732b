/// Audit's own view of both books, by which it judges what others propose.
@NullMarked
package io.tieout.audit.facts;

import org.jspecify.annotations.NullMarked;
