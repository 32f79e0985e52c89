/** How a scoring model becomes one: drafted, corrected, published with a reason. */
@NullMarked
package io.holdfast.scoring.publishing;

import org.jspecify.annotations.NullMarked;
