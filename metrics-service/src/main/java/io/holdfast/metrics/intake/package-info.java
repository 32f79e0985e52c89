/** Hears facts and tenants from ingestion. */
@NullMarked
package io.holdfast.metrics.intake;

import org.jspecify.annotations.NullMarked;
