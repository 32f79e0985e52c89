/** {@code Idempotency-Key}: a request sent twice is done once and answered twice the same. */
@NullMarked
package io.holdfast.tenancy.repeating;

import org.jspecify.annotations.NullMarked;
