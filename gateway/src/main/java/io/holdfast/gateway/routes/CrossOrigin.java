package io.holdfast.gateway.routes;

import io.holdfast.gateway.problems.Problem;
import io.holdfast.tenancy.paths.Paths;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets pages of listed origins use the API with a token or a write key. Never with the session's
 * cookie: credentials are not allowed. A request of another origin is answered without the headers
 * that would let its page read the answer; Spring's own filter refuses it, and with it a client
 * behind a proxy whose origin only looks foreign.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
final class CrossOrigin implements WebFilter {
  private static final Paths PATHS = Paths.of("/api/**", "/v1/**");
  private static final List<String> READABLE =
      List.of(
          "Location",
          "ETag",
          "RateLimit",
          "RateLimit-Policy",
          "Retry-After",
          "Idempotent-Replayed",
          "WWW-Authenticate",
          "traceparent");

  private final CorsConfiguration allowed = new CorsConfiguration();

  CrossOrigin(CrossOriginProperties properties) {
    allowed.setAllowedOrigins(properties.origins());
    allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Content-Encoding",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "traceparent"));
    allowed.setMaxAge(Duration.ofHours(1));
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (!PATHS.have(request)) {
      return chain.filter(exchange);
    }
    HttpHeaders answer = exchange.getResponse().getHeaders();
    answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    String origin = request.getHeaders().getOrigin();
    boolean known = origin != null && allowed.checkOrigin(origin) != null;
    if (known) {
      answer.setAccessControlAllowOrigin(origin);
      answer.setAccessControlExposeHeaders(READABLE);
    }
    if (!CorsUtils.isPreFlightRequest(request)) {
      return chain.filter(exchange);
    }
    return known ? permitted(exchange) : Mono.error(refused(origin));
  }

  private Mono<Void> permitted(ServerWebExchange exchange) {
    HttpHeaders asked = exchange.getRequest().getHeaders();
    HttpHeaders answer = exchange.getResponse().getHeaders();
    answer.add(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    answer.add(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    List<HttpMethod> methods = allowed.checkHttpMethod(asked.getAccessControlRequestMethod());
    List<String> headers = allowed.checkHeaders(asked.getAccessControlRequestHeaders());
    if (methods == null || headers == null) {
      answer.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
      return Mono.error(
          Problem.forbidden(
              "cross_origin",
              "A page may not send this method or these headers. Allowed are "
                  + allowed.getAllowedMethods()
                  + " with "
                  + allowed.getAllowedHeaders()
                  + "."));
    }
    answer.setAccessControlAllowMethods(methods);
    answer.setAccessControlAllowHeaders(headers);
    answer.setAccessControlMaxAge(Duration.ofHours(1));
    exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
    return exchange.getResponse().setComplete();
  }

  private static Problem refused(@Nullable String origin) {
    return Problem.forbidden(
        "cross_origin",
        "Pages of "
            + origin
            + " may not use this API. HOLDFAST_CORS_ORIGINS lists those that may.");
  }
}
