/// Walks through the main job with the sample company, and decides whether it went as promised.
@NullMarked
package io.tieout.launcher.story;

import org.jspecify.annotations.NullMarked;
