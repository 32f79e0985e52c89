/** The business clock, which can be moved. */
@NullMarked
package io.holdfast.local.clock;

import org.jspecify.annotations.NullMarked;
