/** One trace from request to delivery: carried in headers and rows as a W3C {@code traceparent}. */
@NullMarked
package io.holdfast.messaging.trace;

import org.jspecify.annotations.NullMarked;
