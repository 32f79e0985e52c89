/** Accounts that turned out to be another: what is told of the one is the other's. */
@NullMarked
package io.holdfast.messaging.merging;

import org.jspecify.annotations.NullMarked;
