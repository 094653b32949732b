/// Adds up, per project, what its rows, proposals and findings say; decides nothing about it.
@NullMarked
package io.tieout.console.project;

import org.jspecify.annotations.NullMarked;
