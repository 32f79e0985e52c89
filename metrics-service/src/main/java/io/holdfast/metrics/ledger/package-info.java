/** The MRR ledger: every change of an account's revenue, once, with its class. */
@NullMarked
package io.holdfast.metrics.ledger;

import org.jspecify.annotations.NullMarked;
