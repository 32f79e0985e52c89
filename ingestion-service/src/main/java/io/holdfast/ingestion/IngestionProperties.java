package io.holdfast.ingestion;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Ingestion's own settings.
 *
 * @param secretKeys what signing secrets are sealed under, newest first: the first seals, all open
 */
@ConfigurationProperties("holdfast.ingestion")
record IngestionProperties(List<String> secretKeys) {}
