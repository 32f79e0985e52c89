/** Where payloads come from, and the keys that prove it. */
@NullMarked
package io.holdfast.ingestion.sources;

import org.jspecify.annotations.NullMarked;
