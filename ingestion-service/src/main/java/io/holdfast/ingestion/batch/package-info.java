/** One request of the tracking API, read in one pass, and each of its events judged alone. */
@NullMarked
package io.holdfast.ingestion.batch;

import org.jspecify.annotations.NullMarked;
