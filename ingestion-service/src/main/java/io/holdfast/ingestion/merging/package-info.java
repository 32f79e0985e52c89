/** Accounts that turned out to be another one. */
@NullMarked
package io.holdfast.ingestion.merging;

import org.jspecify.annotations.NullMarked;
