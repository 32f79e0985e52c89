/** Speed as ratios: each figure beside a limit or a peer that ran at the same time. */
@NullMarked
package io.holdfast.benchmarks;

import org.jspecify.annotations.NullMarked;
