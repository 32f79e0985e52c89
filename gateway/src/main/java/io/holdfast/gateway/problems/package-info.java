/** Every refusal and failure as problem details (RFC 9457). */
@NullMarked
package io.holdfast.gateway.problems;

import org.jspecify.annotations.NullMarked;
