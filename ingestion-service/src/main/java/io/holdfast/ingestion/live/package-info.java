/** The last events of each source and what became of them, to be watched while connecting it. */
@NullMarked
package io.holdfast.ingestion.live;

import org.jspecify.annotations.NullMarked;
