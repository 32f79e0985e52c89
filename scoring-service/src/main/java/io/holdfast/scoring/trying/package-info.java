/** Trying a scoring model out before it is published: on the past, and on today's portfolio. */
@NullMarked
package io.holdfast.scoring.trying;

import org.jspecify.annotations.NullMarked;
