/** Signed Stripe webhooks, folded into subscriptions, invoices and failed charges. */
@NullMarked
package io.holdfast.ingestion.stripe;

import org.jspecify.annotations.NullMarked;
