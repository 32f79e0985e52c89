package io.holdfast.gateway.routes;

import io.holdfast.tenancy.paths.Paths;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body may be.
 *
 * @param body any path
 * @param imported a file sent to {@code /api/v1/imports}
 */
@ConfigurationProperties("holdfast.limits")
record BodyLimits(@DefaultValue("1MB") DataSize body, @DefaultValue("2GB") DataSize imported) {
  private static final Paths IMPORTS = Paths.of("/api/v1/imports");

  DataSize on(ServerHttpRequest request) {
    return IMPORTS.have(request) ? imported : body;
  }
}
