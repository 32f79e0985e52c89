package io.holdfast.tenancy.paths;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Addresses, as patterns of Spring's: {@code /api/**}. Asked at each request, without a Mono. */
public final class Paths {
  private final List<PathPattern> patterns;

  private Paths(List<PathPattern> patterns) {
    this.patterns = patterns;
  }

  public static Paths of(String... patterns) {
    return new Paths(Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList());
  }

  public boolean have(ServerHttpRequest request) {
    return match(request) != null;
  }

  /** The first pattern that the request's address is one of. */
  public @Nullable String match(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    for (PathPattern pattern : patterns) {
      if (pattern.matches(path)) {
        return pattern.getPatternString();
      }
    }
    return null;
  }
}
