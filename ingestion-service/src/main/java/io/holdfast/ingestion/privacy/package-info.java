/** What a place that holds something about a person can do with it. */
@NullMarked
package io.holdfast.ingestion.privacy;

import org.jspecify.annotations.NullMarked;
