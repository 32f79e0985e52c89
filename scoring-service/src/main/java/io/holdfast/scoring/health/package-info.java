/** The health of an account: an exact sum of its signals. */
@NullMarked
package io.holdfast.scoring.health;

import org.jspecify.annotations.NullMarked;
