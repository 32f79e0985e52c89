/** Business time: the system clock, which a local platform may move. */
@NullMarked
package io.holdfast.clock;

import org.jspecify.annotations.NullMarked;
