/** Scoring: keeps a picture of every account and an explainable health score over it. */
@NullMarked
package io.holdfast.scoring;

import org.jspecify.annotations.NullMarked;
