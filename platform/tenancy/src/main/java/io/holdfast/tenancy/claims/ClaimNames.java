package io.holdfast.tenancy.claims;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an issuer calls what Holdfast needs to know. A name with dots also stands for a claim inside
 * of others, for example {@code realm_access.roles}.
 *
 * @param accounts which a partner may see
 */
public record ClaimNames(
    @DefaultValue("tenant") String tenant,
    @DefaultValue("roles") String roles,
    @DefaultValue("accounts") String accounts,
    @DefaultValue("scope") String scope) {}
