/** Hands payloads to the broker and waits until it has them. */
@NullMarked
package io.holdfast.ingestion.acknowledging;

import org.jspecify.annotations.NullMarked;
