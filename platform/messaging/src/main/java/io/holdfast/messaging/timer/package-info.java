/** Timers are rows; exactly one replica fires each, and a restart loses none. */
@NullMarked
package io.holdfast.messaging.timer;

import org.jspecify.annotations.NullMarked;
