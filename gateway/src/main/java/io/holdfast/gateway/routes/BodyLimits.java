package io.holdfast.gateway.routes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How large a request's body may be.
 *
 * @param body any path
 * @param imported a file sent to {@code /api/v1/imports}
 */
@ConfigurationProperties("holdfast.limits")
record BodyLimits(@DefaultValue("1MB") DataSize body, @DefaultValue("2GB") DataSize imported) {
  private static final PathPattern IMPORTS =
      PathPatternParser.defaultInstance.parse("/api/v1/imports");

  DataSize on(RequestPath path) {
    PathContainer inside = path.pathWithinApplication();
    return IMPORTS.matches(inside) ? imported : body;
  }
}
