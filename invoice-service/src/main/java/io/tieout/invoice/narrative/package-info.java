/// Words for invoice lines, by a model behind checks or from a template.
@NullMarked
package io.tieout.invoice.narrative;

import org.jspecify.annotations.NullMarked;
