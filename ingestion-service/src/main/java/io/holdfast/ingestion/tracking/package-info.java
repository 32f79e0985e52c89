/** The Segment-compatible tracking API. */
@NullMarked
package io.holdfast.ingestion.tracking;

import org.jspecify.annotations.NullMarked;
