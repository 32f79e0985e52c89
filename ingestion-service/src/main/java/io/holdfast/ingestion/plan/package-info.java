/** The tracking plan: which events matter. */
@NullMarked
package io.holdfast.ingestion.plan;

import org.jspecify.annotations.NullMarked;
