/// Works proposals through their life in transactions: records first, then releases, then says so.
@NullMarked
package io.tieout.audit.desk;

import org.jspecify.annotations.NullMarked;
