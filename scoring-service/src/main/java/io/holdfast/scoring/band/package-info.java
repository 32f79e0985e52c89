/** Health bands, and how an account moves between them without flapping. */
@NullMarked
package io.holdfast.scoring.band;

import org.jspecify.annotations.NullMarked;
