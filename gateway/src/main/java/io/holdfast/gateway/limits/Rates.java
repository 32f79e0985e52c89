package io.holdfast.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is allowed at this gateway; another counts for itself.
 *
 * @param client a person or program under {@code /api}, in all its sessions
 * @param tenant everybody of a tenant under {@code /api}
 * @param source a write key under {@code /v1}, a source under {@code /webhooks}
 * @param address whoever could not show who they are, by network address
 */
@ConfigurationProperties("holdfast.rates")
record Rates(Rate client, Rate tenant, Rate source, Rate address) {}
