/** Scoring models: axes, signals, weights and curves as versioned data. */
@NullMarked
package io.holdfast.scoring.model;

import org.jspecify.annotations.NullMarked;
