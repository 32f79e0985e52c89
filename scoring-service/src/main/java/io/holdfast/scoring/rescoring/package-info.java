/** Judging accounts again when news arrives or time passes. */
@NullMarked
package io.holdfast.scoring.rescoring;

import org.jspecify.annotations.NullMarked;
