/** What came and cannot enter yet, and how it enters. */
@NullMarked
package io.holdfast.ingestion.quarantine;

import org.jspecify.annotations.NullMarked;
