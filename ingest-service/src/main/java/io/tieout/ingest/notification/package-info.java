/// Decides what a verified notification of QuickBooks asks to be read.
@NullMarked
package io.tieout.ingest.notification;

import org.jspecify.annotations.NullMarked;
