package io.holdfast.tenancy.web;

import io.holdfast.tenancy.claims.ClaimNames;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer the exact {@code iss}
 * @param jwks address of the issuer's JWK set
 * @param audience the {@code aud} a token must name
 * @param claims what the issuer calls its claims
 * @param openPaths path patterns that authenticate by other means (write keys, signatures)
 */
@ConfigurationProperties("holdfast.security")
record SecurityProperties(
    String issuer,
    String jwks,
    @DefaultValue("holdfast") String audience,
    @DefaultValue ClaimNames claims,
    @DefaultValue({}) List<String> openPaths) {}
