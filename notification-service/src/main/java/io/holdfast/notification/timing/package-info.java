/** Timers in and out: what is due. */
@NullMarked
package io.holdfast.notification.timing;

import org.jspecify.annotations.NullMarked;
