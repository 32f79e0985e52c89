package io.holdfast.messaging.merging;

import io.holdfast.messaging.Mergeable;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.generation.Generations;
import io.holdfast.messaging.generation.Generations.Held;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Merges what messages say is one, and hands on the others by the accounts that they are about now.
 */
public final class Settling {
  private static final String MERGED = "ingestion.account-merged.v1";

  private final MergedSubjects merged;
  private final Generations generations;
  private final DatabaseClient database;
  private final ObjectProvider<Mergeable> mergeable;

  Settling(
      MergedSubjects merged,
      Generations generations,
      DatabaseClient database,
      ObjectProvider<Mergeable> mergeable) {
    this.merged = merged;
    this.generations = generations;
    this.database = database;
    this.mergeable = mergeable;
  }

  private record AccountMerged(String mergedAccountId, String accountId) {}

  /** How messages count; while accounts become one, nobody else handles any of the tenant's. */
  public Mono<Held> hold(TenantId tenant, String consumer, List<ReceivedMessage> messages) {
    return messages.stream().anyMatch(Settling::isMerge)
        ? generations.take(database, tenant, consumer)
        : generations.share(database, tenant, consumer);
  }

  /**
   * What is left of the messages for whoever handles them, in the transaction that holds them. A
   * service that keeps nothing by account is given them as they came.
   */
  public Mono<List<ReceivedMessage>> settle(
      TenantId tenant, Held held, List<ReceivedMessage> messages) {
    if (mergeable.stream().findAny().isEmpty()) {
      return Mono.just(messages);
    }
    List<ReceivedMessage> others = messages.stream().filter(one -> !isMerge(one)).toList();
    boolean news = others.size() < messages.size();
    return news || held.merged()
        ? merge(tenant, messages.stream().filter(Settling::isMerge))
            .then(Mono.defer(() -> merged.among(tenant, Renaming.accounts(others))))
            .map(moved -> Renaming.all(others, moved))
        : Mono.just(messages);
  }

  private static boolean isMerge(ReceivedMessage message) {
    return message.type().equals(MERGED);
  }

  private Mono<Void> merge(TenantId tenant, Stream<ReceivedMessage> merges) {
    return Flux.fromStream(merges)
        .map(message -> message.as(AccountMerged.class))
        .concatMap(one -> merge(tenant, one.mergedAccountId(), one.accountId()))
        .then();
  }

  private Mono<Void> merge(TenantId tenant, String from, String into) {
    return merged
        .merge(tenant, from, into)
        .flatMap(
            last ->
                Flux.fromStream(mergeable::stream)
                    .concatMap(one -> one.merge(tenant, from, last))
                    .then());
  }
}
