/** Files of history: stored, read batch by batch, reported line by line. */
@NullMarked
package io.holdfast.ingestion.imports;

import org.jspecify.annotations.NullMarked;
