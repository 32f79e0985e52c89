/** Removes erased people from what a service holds of messages, and tells its other places to. */
@NullMarked
package io.holdfast.messaging.erasing;

import org.jspecify.annotations.NullMarked;
