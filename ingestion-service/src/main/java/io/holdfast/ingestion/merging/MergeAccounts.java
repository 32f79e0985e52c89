package io.holdfast.ingestion.merging;

import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.identity.Accounts;
import io.holdfast.ingestion.identity.Contacts;
import io.holdfast.ingestion.identity.Inheritance;
import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.merging.MergedSubjects;
import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One account becomes another: what leads to the first leads to the second from now on, and the
 * others are told, who keep both as one. What was archived stays as it came. Works inside a
 * tenant's transaction, while nothing else is said of its accounts.
 */
@Component
class MergeAccounts {
  static final String TOPIC = "holdfast.facts";
  static final String TYPE = "ingestion.account-merged.v1";

  private final AccountMerges merges;
  private final MergedSubjects merged;
  private final Accounts accounts;
  private final Contacts contacts;
  private final AdmitEntries admission;
  private final Outbox outbox;

  MergeAccounts(
      AccountMerges merges,
      MergedSubjects merged,
      Accounts accounts,
      Contacts contacts,
      AdmitEntries admission,
      Outbox outbox) {
    this.merges = merges;
    this.merged = merged;
    this.accounts = accounts;
    this.contacts = contacts;
    this.admission = admission;
    this.outbox = outbox;
  }

  /** What the others are told. */
  record Body(String mergedAccountId, String accountId, Instant mergedAt) {}

  Mono<MergeView> merge(TenantId tenant, MergeView wish) {
    String from = wish.from();
    String into = wish.accountId();
    return merged
        .alone(tenant)
        .then(Mono.defer(() -> merged.among(tenant, Set.of(from, into))))
        .flatMap(gone -> refusal(gone, from, into))
        .then(Mono.defer(() -> accounts.said(Set.of(from, into))))
        .flatMap(said -> unknown(said.keySet(), from, into).thenReturn(said))
        .map(said -> Inheritance.of(from, into, said, wish.mergedAt()))
        .flatMap(inherited -> admission.admit(tenant, inherited))
        .then(Mono.defer(() -> contacts.move(from, into)))
        .then(Mono.defer(() -> merged.merge(tenant, from, into)))
        .then(Mono.defer(() -> merges.add(wish)))
        .then(AuditNotes.changed("accountId", from, into))
        .then(Mono.defer(() -> outbox.append(message(tenant, wish))))
        .thenReturn(wish);
  }

  private static OutgoingMessage message(TenantId tenant, MergeView merge) {
    Body body = new Body(merge.from(), merge.accountId(), merge.mergedAt());
    return new OutgoingMessage(TOPIC, tenant, null, TYPE, merge.mergedAt(), body, Map.of());
  }

  private static Mono<Void> refusal(Map<String, String> gone, String from, String into) {
    String account = gone.containsKey(from) ? from : into;
    String now = gone.get(account);
    return now == null
        ? Mono.empty()
        : Mono.error(
            () ->
                Problem.conflict(
                        "account_merged",
                        "the account '%s' was merged into '%s' before".formatted(account, now))
                    .with("accountId", now));
  }

  private static Mono<Void> unknown(Set<String> there, String from, String into) {
    if (!there.contains(into)) {
      return Mono.error(
          () -> Problem.notFound("unknown_account", "there is no account '" + into + "'"));
    }
    return there.contains(from)
        ? Mono.empty()
        : Mono.error(
            () ->
                Problem.unprocessable(
                    "unknown_account", "from: there is no account '" + from + "'"));
  }
}
