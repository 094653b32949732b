/// What a person or the command line asks a service to do.
@NullMarked
package io.tieout.model.command;

import org.jspecify.annotations.NullMarked;
