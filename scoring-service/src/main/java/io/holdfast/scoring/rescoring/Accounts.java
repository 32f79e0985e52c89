package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Scoring's copy of accounts. */
public interface Accounts {

  /** Accounts are there from the first thing heard of them. */
  Mono<Void> appear(TenantId tenant, Collection<String> accounts);

  /** Master data, the latest version of each account. */
  Mono<Void> record(TenantId tenant, List<MasterData> accounts);

  Mono<Void> revenue(TenantId tenant, List<Revenue> revenues);

  /** Every account of the tenant. */
  Flux<String> all(TenantId tenant);

  /**
   * @param recordedAt an older version does not replace a newer one
   */
  record MasterData(
      String account,
      Instant recordedAt,
      @Nullable String name,
      @Nullable String industry,
      @Nullable String country,
      @Nullable Long employees,
      @Nullable String ownerEmail,
      @Nullable String parentAccountId,
      @Nullable Instant createdAt,
      Map<String, String> externalIds,
      Map<String, Object> traits) {}

  record Revenue(
      String account,
      Instant at,
      BigDecimal mrr,
      BigDecimal arr,
      String currency,
      @Nullable LocalDate renewsOn) {}
}
