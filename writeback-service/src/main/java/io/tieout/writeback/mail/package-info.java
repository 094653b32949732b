/// Sends mails, each under an identity of its own that a repetition keeps.
@NullMarked
package io.tieout.writeback.mail;

import org.jspecify.annotations.NullMarked;
