package io.holdfast.ingestion.sources;

import java.util.UUID;

/** A source with its key, shown once. */
record CreatedSourceView(UUID sourceId, String kind, String name, String writeKey) {}
