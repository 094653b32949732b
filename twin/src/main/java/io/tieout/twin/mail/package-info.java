/// Decides which mails are taken in, and keeps them to be read.
@NullMarked
package io.tieout.twin.mail;

import org.jspecify.annotations.NullMarked;
