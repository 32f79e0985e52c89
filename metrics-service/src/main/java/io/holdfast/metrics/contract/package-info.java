/** What accounts agreed to pay, from when and until when. */
@NullMarked
package io.holdfast.metrics.contract;

import org.jspecify.annotations.NullMarked;
