package io.holdfast.ingestion.sources;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a source may send that has no limits of its own. */
@ConfigurationProperties("holdfast.ingestion.source-limits")
record UsualLimits(
    @DefaultValue("500000") long eventsPerSecond, @DefaultValue("250000000") long bytesPerSecond) {}
