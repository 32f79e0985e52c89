package io.holdfast.messaging.audit;

import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.CurrentTrace;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantTransactions;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives a request its notes, and records that somebody known was refused. */
final class AuditFilter implements WebFilter, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);

  private final AuditTrail trail;
  private final RefusalBound bound;
  private final TenantTransactions transactions;

  AuditFilter(AuditTrail trail, RefusalBound bound, TenantTransactions transactions) {
    this.trail = trail;
    this.bound = bound;
    this.transactions = transactions;
  }

  @Override
  public int getOrder() {
    return -10; // after the token was verified at -100, around the check of scopes at 0
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain
        .filter(exchange)
        .onErrorResume(Problem.class, problem -> refused(exchange, problem))
        .contextWrite(
            context -> new AuditNotes().in(context).put(ServerWebExchange.class, exchange));
  }

  private Mono<Void> refused(ServerWebExchange exchange, Problem problem) {
    Mono<Void> answer = Mono.error(problem);
    return problem.status() == HttpStatus.FORBIDDEN
        ? principal().flatMap(by -> record(exchange, problem, by)).then(answer)
        : answer;
  }

  private Mono<Void> record(ServerWebExchange exchange, Problem problem, Principal by) {
    OptionalLong suppressed = bound.admit(by.tenant(), by.subject());
    return suppressed.isEmpty()
        ? Mono.empty()
        : transactions
            .run(
                by.tenant(),
                () -> trail.refused(by, Deed.of(exchange), problem, suppressed.getAsLong()))
            .onErrorResume(
                failure ->
                    CurrentTrace.log(
                        () -> LOG.warn("a refusal could not be recorded: {}", failure.toString())));
  }

  private static Mono<Principal> principal() {
    return ReactiveSecurityContextHolder.getContext()
        .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
        .flatMap(authentication -> Mono.justOrEmpty(authentication.getPrincipal()))
        .ofType(Principal.class);
  }
}
