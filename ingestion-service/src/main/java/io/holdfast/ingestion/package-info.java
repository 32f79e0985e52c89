/**
 * Takes in what the vendor's customers do: checks, de-duplicates, attributes, archives and
 * announces it.
 */
@NullMarked
package io.holdfast.ingestion;

import org.jspecify.annotations.NullMarked;
