/** From an event at the door to a row of the archive. */
@NullMarked
package io.holdfast.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
