/** Webhooks whose bodies are another system's: a mapping of the source says what they become. */
@NullMarked
package io.holdfast.ingestion.mapping;

import org.jspecify.annotations.NullMarked;
