/** Requests about a person: what is held of her is handed out, or erased everywhere. */
@NullMarked
package io.holdfast.ingestion.erasing;

import org.jspecify.annotations.NullMarked;
