package io.holdfast.notification.remembering;

import io.holdfast.messaging.Rebuildable;
import io.holdfast.tenancy.TenantId;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Accounts made anew from the archive. Those in use stay until all is told, so that what happens
 * meanwhile is told to the people it was told to before. Facts told again set nothing off: alerts,
 * runs and deliveries are what was decided, and what decides is not told again.
 */
public record RebuildAccounts(AccountsAnew anew) implements Rebuildable {

  /** Name of the consumer that takes facts told again; it hears none live. */
  public static final String CONSUMER = "accounts";

  @Override
  public Map<String, String> consumersByTopic() {
    return Map.of("holdfast.facts", CONSUMER);
  }

  @Override
  public Mono<Void> empty(TenantId tenant) {
    return anew.begin();
  }

  @Override
  public Mono<Void> resume(TenantId tenant) {
    return anew.takeTheirPlace();
  }
}
