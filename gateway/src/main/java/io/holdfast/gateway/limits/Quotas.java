package io.holdfast.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts requests in token buckets and tells the client what is left (RateLimit header fields,
 * draft-ietf-httpapi-ratelimit-headers). Bounded: where too many callers come, those that seldom do
 * are forgotten first.
 */
@Component
public final class Quotas {
  private static final String POLICY = "RateLimit-Policy";
  private static final String STATE = "RateLimit";
  private static final int CALLERS = 100_000;
  private static final int LONGEST_KEY = 200;

  private final Rates rates;
  private final Cache<String, Bucket> buckets;
  private final Map<String, Counter> refused;

  Quotas(Rates rates, MeterRegistry meters) {
    this.rates = rates;
    this.refused =
        Stream.of("client", "tenant", "source", "address")
            .collect(Collectors.toMap(Function.identity(), limit -> refusals(meters, limit)));
    Duration longest =
        List.of(rates.client(), rates.tenant(), rates.source(), rates.address()).stream()
            .map(Rate::window)
            .max(Duration::compareTo)
            .orElseThrow();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterAccess(longest.multipliedBy(2))
            .build();
  }

  /**
   * Counts a request of somebody who could not show who they are; once, however often it is asked.
   *
   * @throws io.holdfast.gateway.problems.Problem when there were too many
   */
  public void stranger(ServerWebExchange exchange) {
    if (exchange.getAttributes().putIfAbsent(Quotas.class.getName(), true) == null) {
      charge(exchange, take("address", rates.address(), RemoteAddress.of(exchange.getRequest())));
    }
  }

  void caller(ServerWebExchange exchange, @Nullable String tenant, String subject) {
    Quota client = take("client", rates.client(), tenant + "\n" + subject);
    charge(exchange, client, tenant == null ? null : take("tenant", rates.tenant(), tenant));
  }

  void source(ServerWebExchange exchange, String key) {
    charge(exchange, take("source", rates.source(), key));
  }

  private @Nullable Quota take(String name, Rate rate, String key) {
    if (!rate.limits()) {
      return null;
    }
    Bucket bucket =
        Objects.requireNonNull(buckets.get(name + "\n" + within(key), _ -> bucket(rate)));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return new Quota(
        name,
        rate,
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Callers choose their keys, and must not choose how much memory they take. */
  private static String within(String key) {
    return key.substring(0, Math.min(key.length(), LONGEST_KEY));
  }

  private static Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.window()))
        .build();
  }

  private static Counter refusals(MeterRegistry meters, String limit) {
    return Counter.builder("holdfast.gateway.rate.limited")
        .description("Requests refused because a limit was reached")
        .tag("limit", limit)
        .register(meters);
  }

  private static String listed(List<Quota> quotas, Function<Quota, String> item) {
    String list = item.apply(quotas.getFirst());
    for (Quota more : quotas.subList(1, quotas.size())) {
      list += ", " + item.apply(more);
    }
    return list;
  }

  private void charge(ServerWebExchange exchange, @Nullable Quota... taken) {
    List<Quota> quotas = new ArrayList<>();
    for (Quota quota : taken) {
      if (quota != null) {
        quotas.add(quota);
      }
    }
    if (quotas.isEmpty()) {
      return;
    }
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set(POLICY, listed(quotas, Quota::policy));
    headers.set(STATE, listed(quotas, Quota::state));
    for (Quota quota : quotas) {
      if (!quota.taken()) {
        Objects.requireNonNull(refused.get(quota.name())).increment();
        throw TooMany.of(quota);
      }
    }
  }
}
