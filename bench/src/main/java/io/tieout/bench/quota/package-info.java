/// How much of the vendors' quotas a backlog uses, how often they refuse, and how evenly those who
/// share one are served.
@NullMarked
package io.tieout.bench.quota;

import org.jspecify.annotations.NullMarked;
