/** What the gateway's filters cost. */
@NullMarked
package io.holdfast.benchmarks.door;

import org.jspecify.annotations.NullMarked;
