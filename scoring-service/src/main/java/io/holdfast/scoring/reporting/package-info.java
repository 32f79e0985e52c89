/** Answering what the health of accounts is and was. */
@NullMarked
package io.holdfast.scoring.reporting;

import org.jspecify.annotations.NullMarked;
