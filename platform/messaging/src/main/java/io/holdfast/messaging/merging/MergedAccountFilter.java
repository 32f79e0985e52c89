package io.holdfast.messaging.merging;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Whoever asks for an account that was merged into another is told so, and which one that is. */
final class MergedAccountFilter implements WebFilter, Ordered {
  private static final List<String> ACCOUNTS = List.of("api", "v1", "accounts");

  private final MergedSubjects merged;
  private final TenantTransactions transactions;

  MergedAccountFilter(MergedSubjects merged, TenantTransactions transactions) {
    this.merged = merged;
    this.transactions = transactions;
  }

  @Override
  public int getOrder() {
    return 5; // after the check of scopes at 0, before the transaction of a change at 10
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return account(exchange)
        .map(asked -> principal().flatMap(by -> refused(by, asked)).then(chain.filter(exchange)))
        .orElseGet(() -> chain.filter(exchange));
  }

  private static Optional<String> account(ServerWebExchange exchange) {
    List<String> segments =
        exchange.getRequest().getPath().pathWithinApplication().elements().stream()
            .filter(PathContainer.PathSegment.class::isInstance)
            .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch())
            .toList();
    return segments.size() > ACCOUNTS.size()
            && segments.subList(0, ACCOUNTS.size()).equals(ACCOUNTS)
        ? Optional.of(segments.get(ACCOUNTS.size()))
        : Optional.empty();
  }

  private Mono<Void> refused(Principal by, String asked) {
    return transactions
        .run(by.tenant(), () -> merged.into(by.tenant(), asked))
        .flatMap(into -> Mono.error(by.maySee(into) ? moved(asked, into) : unknown(asked)));
  }

  private static Problem moved(String asked, String into) {
    return Problem.notFound(
            "account_merged",
            "the account '%s' was merged into '%s'; ask for that one".formatted(asked, into))
        .with("accountId", into);
  }

  /** Nothing is said of an account that the holder may not see. */
  private static Problem unknown(String asked) {
    return Problem.notFound("unknown_account", "there is no account '%s'".formatted(asked));
  }

  private static Mono<Principal> principal() {
    return ReactiveSecurityContextHolder.getContext()
        .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
        .flatMap(authentication -> Mono.justOrEmpty(authentication.getPrincipal()))
        .ofType(Principal.class);
  }
}
