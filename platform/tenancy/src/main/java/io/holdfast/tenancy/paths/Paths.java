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
  private final List<Candidate> candidates;

  private Paths(List<Candidate> candidates) {
    this.candidates = candidates;
  }

  public static Paths of(String... patterns) {
    return new Paths(Stream.of(patterns).map(Candidate::of).toList());
  }

  public boolean have(ServerHttpRequest request) {
    return match(request) != null;
  }

  /** The first pattern that the request's address is one of. */
  public @Nullable String match(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    String address = path.value();
    boolean literal = address.indexOf('%') < 0 && address.indexOf(';') < 0;
    for (Candidate candidate : candidates) {
      if (literal ? candidate.has(address, path) : candidate.pattern.matches(path)) {
        return candidate.pattern.getPatternString();
      }
    }
    return null;
  }

  /**
   * @param beginning with which each address of the pattern begins that is written without escapes
   *     and parameters
   * @param rest what the pattern has behind it: where that is nothing, or all that is below, the
   *     beginning decides
   */
  private record Candidate(PathPattern pattern, String beginning, String rest) {
    private static final String ALL_BELOW = "/**";

    static Candidate of(String pattern) {
      int open = (pattern + "{").indexOf('{');
      int wild = (pattern + "*").indexOf('*');
      String literal = pattern.substring(0, Math.min(open, wild));
      String beginning =
          literal.length() < pattern.length() && literal.endsWith("/")
              ? literal.substring(0, literal.length() - 1)
              : literal;
      return new Candidate(
          PathPatternParser.defaultInstance.parse(pattern),
          beginning,
          pattern.substring(beginning.length()));
    }

    boolean has(String address, PathContainer path) {
      if (!address.startsWith(beginning)) {
        return false;
      }
      if (rest.isEmpty()) {
        return address.length() == beginning.length();
      }
      return rest.equals(ALL_BELOW)
          ? address.length() == beginning.length() || address.charAt(beginning.length()) == '/'
          : pattern.matches(path);
    }
  }
}
