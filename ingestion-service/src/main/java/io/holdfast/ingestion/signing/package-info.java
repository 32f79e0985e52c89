/** Doors for what is signed with a source's secret. */
@NullMarked
package io.holdfast.ingestion.signing;

import org.jspecify.annotations.NullMarked;
