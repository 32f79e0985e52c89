package io.holdfast.tenancy.listing;

import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.sealing.Seals;
import io.holdfast.tenancy.web.CalledRoute;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controller methods the query of a list, with cursors for its reader. */
final class ListQueryArgument implements HandlerMethodArgumentResolver {
  private final Seals seals;

  ListQueryArgument(Seals seals) {
    this.seals = seals;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ListQuery.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return CalledRoute.principal().map(principal -> query(principal, exchange.getRequest()));
  }

  private ListQuery query(Principal principal, ServerHttpRequest request) {
    String list = AskedList.of(request.getPath().value(), request.getQueryParams());
    return new ListQuery(
        request.getQueryParams().toSingleValueMap(),
        new SealedCursors(seals.of("holdfast cursors of " + principal.tenant().value()), list));
  }
}
