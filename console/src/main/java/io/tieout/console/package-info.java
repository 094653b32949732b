/// The web page for people: it shows what the topics say and publishes what people decide. It owns
/// no rule.
@NullMarked
package io.tieout.console;

import org.jspecify.annotations.NullMarked;
