/** What was recorded, when it became known, and so what was known at an instant. */
@NullMarked
package io.holdfast.metrics.knowledge;

import org.jspecify.annotations.NullMarked;
