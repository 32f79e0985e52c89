/** Decides entries against what is known: accepted, repeated or waiting. */
@NullMarked
package io.holdfast.ingestion.admission;

import org.jspecify.annotations.NullMarked;
