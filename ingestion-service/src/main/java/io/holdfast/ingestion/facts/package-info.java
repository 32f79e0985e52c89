/** Business facts no other door takes. */
@NullMarked
package io.holdfast.ingestion.facts;

import org.jspecify.annotations.NullMarked;
