package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import java.util.Arrays;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets a caller reach a route under {@code /api} only with a scope that the route names. */
final class ScopeFilter implements WebFilter, Ordered {
  static final String GUARDED = "/api/";

  private final RequestMappingHandlerMapping routes;

  ScopeFilter(RequestMappingHandlerMapping routes) {
    this.routes = routes;
  }

  @Override
  public int getOrder() {
    return 0; // after the security chain at -100
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!exchange.getRequest().getPath().value().startsWith(GUARDED)) {
      return chain.filter(exchange);
    }
    return routes
        .getHandler(exchange)
        .ofType(HandlerMethod.class)
        .flatMap(route -> check(route).thenReturn(route))
        .then(chain.filter(exchange));
  }

  private static Mono<Void> check(HandlerMethod route) {
    RequiresScope required = RouteScopes.of(route).orElse(null);
    return authentication()
        .handle(
            (caller, sink) -> {
              Principal principal = caller.getPrincipal();
              if (!caller.active()) {
                sink.error(
                    Problem.forbidden(
                        "person_inactive",
                        "This person has been switched off. An administrator of the tenant can"
                            + " switch it on again."));
              } else if (required == null) {
                sink.error(Problem.forbidden("no_scope_declared", "This route is open to nobody."));
              } else if (required.value().length > 0
                  && Arrays.stream(required.value()).noneMatch(principal::may)) {
                sink.error(
                    Problem.forbidden(
                            "missing_scope",
                            "This needs the scope "
                                + String.join(" or ", required.value())
                                + ", which the token does not have or its holder's roles do not"
                                + " allow.")
                        .with("requiredScope", required.value()[0]));
              } else {
                sink.complete();
              }
            });
  }

  static Mono<Principal> principal() {
    return authentication().map(HoldfastAuthentication::getPrincipal);
  }

  private static Mono<HoldfastAuthentication> authentication() {
    return ReactiveSecurityContextHolder.getContext()
        .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
        .ofType(HoldfastAuthentication.class)
        .switchIfEmpty(Mono.error(() -> Problem.unauthorized("This needs an access token.")));
  }
}
