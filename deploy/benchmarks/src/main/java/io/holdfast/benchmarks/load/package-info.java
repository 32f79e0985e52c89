/** A load generator that costs little itself: prepared requests over kept-alive connections. */
@NullMarked
package io.holdfast.benchmarks.load;

import org.jspecify.annotations.NullMarked;
