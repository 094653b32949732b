/// Who is signed in, what each role may do, and which requests are refused before anything else
/// looks at them.
@NullMarked
package io.tieout.console.access;

import org.jspecify.annotations.NullMarked;
