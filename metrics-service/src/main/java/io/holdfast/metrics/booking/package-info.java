/** Keeps the ledger of an account as its facts tell it, and announces what changed now. */
@NullMarked
package io.holdfast.metrics.booking;

import org.jspecify.annotations.NullMarked;
