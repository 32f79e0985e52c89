/** Answers what the books say. */
@NullMarked
package io.holdfast.metrics.reporting;

import org.jspecify.annotations.NullMarked;
