package io.holdfast.ingestion;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Ingestion's own settings.
 *
 * @param secretKey what signing secrets are sealed under; keep it as long as the secrets are needed
 */
@ConfigurationProperties("holdfast.ingestion")
record IngestionProperties(String secretKey) {}
