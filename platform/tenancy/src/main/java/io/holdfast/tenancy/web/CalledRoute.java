package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** The route under {@code /api} that a request was found to call, once its scope is checked. */
public record CalledRoute(
    HandlerMethod handler, HttpMethod method, String pattern, Map<String, String> variables) {

  /** Empty outside of {@code /api}, and where no handler was found. */
  public static Optional<CalledRoute> of(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().value().startsWith(ScopeFilter.GUARDED)
            && exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                instanceof HandlerMethod handler
        ? Optional.of(
            new CalledRoute(
                handler,
                exchange.getRequest().getMethod(),
                exchange
                    .<PathPattern>getRequiredAttribute(
                        HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                    .getPatternString(),
                exchange.getAttributeOrDefault(
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of())))
        : Optional.empty();
  }

  /** Whoever calls it; an error without a valid token. */
  public static Mono<Principal> principal() {
    return ScopeFilter.principal();
  }
}
