package io.holdfast.tenancy.changing;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.SeveralTransactions;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.changing.Changes.Told;
import io.holdfast.tenancy.repeating.Answers;
import io.holdfast.tenancy.repeating.IdempotencyKey;
import io.holdfast.tenancy.repeating.KeyedRequest;
import io.holdfast.tenancy.web.CalledRoute;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Makes a request that changes something under {@code /api} one transaction: all that its handler
 * does commits, or nothing does, and only then is it answered. A refusal rolls back. The body is
 * read before the transaction begins and the answer is sent after it has ended.
 */
final class ChangeFilter implements WebFilter, Ordered {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

  private final TenantTransactions transactions;
  private final Answers answers;
  private final Changes changes;
  private final int largestBody;

  ChangeFilter(TenantTransactions transactions, Answers answers, Changes changes, int largestBody) {
    this.transactions = transactions;
    this.answers = answers;
    this.changes = changes;
    this.largestBody = largestBody;
  }

  @Override
  public int getOrder() {
    return 10; // after the scopes were checked
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return SAFE.contains(exchange.getRequest().getMethod())
        ? chain.filter(exchange)
        : CalledRoute.of(exchange)
            .map(route -> CalledRoute.principal().flatMap(by -> called(exchange, chain, route, by)))
            .orElseGet(() -> chain.filter(exchange));
  }

  private Mono<Void> called(
      ServerWebExchange exchange, WebFilterChain chain, CalledRoute route, Principal principal) {
    SeveralTransactions several = route.handler().getMethodAnnotation(SeveralTransactions.class);
    if (several == null) {
      return change(exchange, chain, route, principal);
    }
    return several.isTold() ? several(exchange, chain, route, principal) : chain.filter(exchange);
  }

  /** A change is never forgotten: who did not tell of it in a transaction has it told of here. */
  private Mono<Void> several(
      ServerWebExchange exchange, WebFilterChain chain, CalledRoute route, Principal principal) {
    Told told = new Told();
    ServerHttpResponse response = exchange.getResponse();
    response.beforeCommit(
        () -> {
          HttpStatusCode outcome =
              Objects.requireNonNullElse(response.getStatusCode(), HttpStatus.OK);
          boolean again = response.getHeaders().containsHeader(IdempotencyKey.REPLAYED);
          return told.told() || again || !outcome.is2xxSuccessful()
              ? Mono.empty()
              : transactions.run(
                  principal.tenant(),
                  () ->
                      changes.beforeCommit(
                          new Change(
                              principal,
                              route.method(),
                              route.pattern(),
                              route.variables(),
                              outcome)));
        });
    return chain.filter(exchange).contextWrite(context -> context.put(Told.class, told));
  }

  private Mono<Void> change(
      ServerWebExchange exchange, WebFilterChain chain, CalledRoute route, Principal principal) {
    return HeldRequest.of(exchange.getRequest(), largestBody)
        .flatMap(
            request -> {
              HeldResponse response = new HeldResponse(exchange.getResponse());
              ServerWebExchange held =
                  exchange.mutate().request(request).response(response).build();
              Mono<Void> handling =
                  chain
                      .filter(held)
                      .then(Mono.defer(() -> settle(change(principal, route, response))));
              return transactions
                  .run(
                      principal.tenant(), () -> once(principal, route, request, response, handling))
                  .onErrorComplete(Refused.class)
                  .then(Mono.defer(response::send));
            });
  }

  /** Does the request, unless it was done before under the key it bears. */
  private Mono<Void> once(
      Principal principal,
      CalledRoute route,
      HeldRequest request,
      HeldResponse response,
      Mono<Void> handling) {
    if (request.getMethod() != HttpMethod.POST) {
      return handling;
    }
    return Mono.justOrEmpty(IdempotencyKey.of(request.getHeaders()))
        .map(key -> keyed(principal, route, request, key))
        .flatMap(
            keyed ->
                answers
                    .before(keyed)
                    .doOnNext(response::repeat)
                    .hasElement()
                    .flatMap(
                        repeated ->
                            repeated
                                ? Mono.just(true)
                                : handling
                                    .then(Mono.defer(() -> answers.keep(keyed, response.answer())))
                                    .thenReturn(true)))
        .switchIfEmpty(Mono.defer(() -> handling.thenReturn(true)))
        .then();
  }

  private static KeyedRequest keyed(
      Principal principal, CalledRoute route, HeldRequest request, IdempotencyKey key) {
    return new KeyedRequest(
        principal,
        request.getMethod() + " " + route.pattern(),
        key,
        request.getURI(),
        KeyedRequest.sha256(request.body()));
  }

  private Mono<Void> settle(Change change) {
    return change.outcome().isError() ? Mono.error(new Refused()) : changes.beforeCommit(change);
  }

  private static Change change(Principal principal, CalledRoute route, HeldResponse response) {
    return new Change(
        principal, route.method(), route.pattern(), route.variables(), response.outcome());
  }

  /** The handler wrote a refusal itself: it is sent, and what was done is taken back. */
  private static final class Refused extends RuntimeException {
    Refused() {
      super("the handler refused", null, false, false);
    }
  }
}
