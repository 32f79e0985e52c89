/** What could not be done: kept, found again, tried again, discarded. */
@NullMarked
package io.holdfast.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
