/** Tells a service the archive again, for projections that are made anew. */
@NullMarked
package io.holdfast.ingestion.feeding;

import org.jspecify.annotations.NullMarked;
