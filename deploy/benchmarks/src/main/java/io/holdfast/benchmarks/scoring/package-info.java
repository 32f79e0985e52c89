/** Scores of the demo company: its past tried anew, and what a past costs on disk. */
@NullMarked
package io.holdfast.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
