/// Shows by which rules the books are matched, and lets people edit them after a preview.
@NullMarked
package io.tieout.console.rules;

import org.jspecify.annotations.NullMarked;
