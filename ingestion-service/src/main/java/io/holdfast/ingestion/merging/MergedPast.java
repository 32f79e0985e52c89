package io.holdfast.ingestion.merging;

import io.holdfast.ingestion.archive.ArchivedPast.PageOfPast;
import io.holdfast.ingestion.archive.PastMessage;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.merging.AccountMerges.Stored;
import io.holdfast.tenancy.TenantId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the others were told of accounts that are one, for a service that is told all again. */
@Component
public final class MergedPast {
  private final AccountMerges merges;

  MergedPast(AccountMerges merges) {
    this.merges = merges;
  }

  /** Inside a transaction of the tenant; the first page is behind nothing. */
  public Mono<PageOfPast> past(TenantId tenant, @Nullable String after) {
    return merges
        .behind(after)
        .map(
            found ->
                new PageOfPast(
                    found.stream().map(one -> message(tenant, one)).toList(),
                    found.isEmpty() ? String.valueOf(after) : found.getLast().merge().from()));
  }

  private static ProducerRecord<String, byte[]> message(TenantId tenant, Stored stored) {
    MergeView merge = stored.merge();
    String json =
        new JsonText()
            .text("mergedAccountId", merge.from())
            .text("accountId", merge.accountId())
            .value("mergedAt", merge.mergedAt())
            .end();
    return PastMessage.of(
        MergeAccounts.TOPIC, tenant, stored.id(), MergeAccounts.TYPE, merge.mergedAt(), json);
  }
}
