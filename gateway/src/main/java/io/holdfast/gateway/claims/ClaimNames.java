package io.holdfast.gateway.claims;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the issuer calls its claims; a name with dots also leads into a claim, for example {@code
 * realm_access.roles}. The services are told the same names.
 */
@ConfigurationProperties("holdfast.claims")
record ClaimNames(
    @DefaultValue("tenant") String tenant,
    @DefaultValue("roles") String roles,
    @DefaultValue("scope") String scope) {}
