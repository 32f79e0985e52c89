/** Plays: what sets them off, what they do, and the record of each run. */
@NullMarked
package io.holdfast.notification.play;

import org.jspecify.annotations.NullMarked;
