package io.holdfast.metrics.reporting;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.money.Amount;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lists movements one by one. */
public interface MovementLists {

  Collection<String> SORTS = List.of("amount", "on");

  Mono<Boolean> isKnown(AccountId account);

  /** Amounts are sorted by their size, whether won or lost. */
  Mono<Page<Named>> between(Days days, VisibleAccounts visible, PageQuery query);

  Mono<List<ReasonedChurn>> churn(Days days, VisibleAccounts visible);

  /** From first to last, both included. */
  record Days(LocalDate first, LocalDate last) {}

  /** A movement with the name its account goes by. */
  record Named(AccountMovement entry, @Nullable String name) {}

  /** What was lost for one reason. */
  record ReasonedChurn(ChurnKind kind, @Nullable String reason, int accounts, Amount amount) {}
}
