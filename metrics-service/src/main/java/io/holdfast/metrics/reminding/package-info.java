/** Looks at an account's books on the days on which they change by themselves. */
@NullMarked
package io.holdfast.metrics.reminding;

import org.jspecify.annotations.NullMarked;
