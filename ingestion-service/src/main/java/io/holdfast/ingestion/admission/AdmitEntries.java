package io.holdfast.ingestion.admission;

import io.holdfast.ingestion.archive.Appearances;
import io.holdfast.ingestion.archive.Archive;
import io.holdfast.ingestion.archive.HeldEntries;
import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.identity.Accounts;
import io.holdfast.ingestion.identity.Contacts;
import io.holdfast.ingestion.identity.Directory;
import io.holdfast.ingestion.identity.ErasedNames;
import io.holdfast.ingestion.identity.Subscriptions;
import io.holdfast.ingestion.identity.Telling;
import io.holdfast.ingestion.identity.Told;
import io.holdfast.ingestion.plan.SeenEvents;
import io.holdfast.ingestion.tenants.Tenants;
import io.holdfast.messaging.Timers;
import io.holdfast.messaging.merging.MergedSubjects;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets entries in: what is new is archived, what repeats has no effect, what refers to nobody known
 * waits. Works inside a tenant's transaction.
 */
@Component
public class AdmitEntries {
  /** Kind of the timer that looks whether somebody who was waited for has appeared. */
  public static final String RELEASE = "release";

  private final Accounts accounts;
  private final Contacts contacts;
  private final Subscriptions subscriptions;
  private final Directory directory;
  private final Archive archive;
  private final HeldEntries held;
  private final Appearances appearances;
  private final SeenEvents seenEvents;
  private final ErasedNames erasedNames;
  private final MergedSubjects merged;
  private final Tenants tenants;
  private final Timers timers;
  private final Clock clock;

  AdmitEntries(
      Accounts accounts,
      Contacts contacts,
      Subscriptions subscriptions,
      Directory directory,
      Archive archive,
      HeldEntries held,
      Appearances appearances,
      SeenEvents seenEvents,
      ErasedNames erasedNames,
      MergedSubjects merged,
      Tenants tenants,
      Timers timers,
      Clock clock) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.subscriptions = subscriptions;
    this.directory = directory;
    this.archive = archive;
    this.held = held;
    this.appearances = appearances;
    this.seenEvents = seenEvents;
    this.erasedNames = erasedNames;
    this.merged = merged;
    this.tenants = tenants;
    this.timers = timers;
    this.clock = clock;
  }

  /** One verdict for each entry. */
  public Mono<Verdicts> admit(TenantId tenant, List<Entry> entries) {
    if (entries.isEmpty()) {
      return Mono.just(new Verdicts());
    }
    return erasedNames
        .among(() -> Masking.names(entries))
        .flatMap(erased -> settled(tenant, Masking.of(entries, erased)))
        .flatMap(masked -> admitKnown(tenant, masked));
  }

  /** By the accounts that are spoken of now, which none is merged into another meanwhile. */
  private Mono<Masking> settled(TenantId tenant, Masking masked) {
    List<Entry> entries = masked.entries();
    return MergedStatements.matterTo(entries)
        ? merged
            .known(tenant, MergedStatements.accounts(entries))
            .map(known -> MergedStatements.settled(masked, known))
        : Mono.just(masked);
  }

  /**
   * @param masked what is left of the entries once erased people are no longer named in them
   */
  private Mono<Verdicts> admitKnown(TenantId tenant, Masking masked) {
    List<Entry> entries = masked.entries();
    Instant now = clock.instant();
    Verdicts verdicts = new Verdicts();
    List<Entry> statements =
        entries.stream().filter(entry -> entry.kind() == Kind.ACCOUNT).toList();
    List<Entry> others = entries.stream().filter(entry -> entry.kind() != Kind.ACCOUNT).toList();
    return tenants
        .introduce(tenant)
        .then(accounts.tell(statements))
        .flatMap(telling -> announced(telling, verdicts).thenReturn(telling.appeared()))
        .flatMap(
            appeared ->
                sorted(others, now)
                    .flatMap(sorting -> store(tenant, sorting, verdicts))
                    .flatMap(changed -> soonRelease(tenant, union(appeared, changed)))
                    .then(Mono.fromSupplier(() -> verdicts.asOf(masked.originals()))));
  }

  /**
   * Looks, once this transaction has committed, whether something can leave the quarantine.
   *
   * @param news who has appeared, or has come to be waited for
   */
  public Mono<Void> soonRelease(TenantId tenant, Collection<Reference> news) {
    return news.isEmpty()
        ? Mono.empty()
        : appearances.note(news).then(timers.set(tenant, RELEASE, "held", Instant.EPOCH, ""));
  }

  private static Set<Reference> union(Set<Reference> some, Set<Reference> others) {
    Set<Reference> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private Mono<Void> announced(Telling telling, Verdicts verdicts) {
    verdicts.putAll(telling);
    return archive.add(telling.changed().stream().map(AdmitEntries::message).toList()).then();
  }

  private static Attributed message(Told told) {
    Entry entry = told.entry();
    return new Attributed(
        new Entry(
            entry.kind(),
            entry.key(),
            entry.accounts(),
            null,
            entry.time(),
            told.body(),
            entry.knowledge(),
            entry.source(),
            entry.line()),
        told.accountId());
  }

  private Mono<Sorting> sorted(List<Entry> entries, Instant now) {
    Set<Reference> references =
        entries.stream().flatMap(entry -> entry.accounts().stream()).collect(Collectors.toSet());
    Set<String> visitors =
        entries.stream()
            .map(AdmitEntries::visitor)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return directory
        .accounts(references)
        .flatMap(
            found ->
                directory.users(visitors).map(users -> Sorting.of(entries, found, users, now)));
  }

  private static @Nullable String visitor(Entry entry) {
    Reference person = entry.use() == null ? null : entry.use().person();
    return person != null && person.scheme() == Reference.Scheme.ANONYMOUS ? person.value() : null;
  }

  /** What is waited for now, and who appeared that may have been waited for. */
  private Mono<Set<Reference>> store(TenantId tenant, Sorting sorting, Verdicts verdicts) {
    return archive
        .addUsage(tenant, sorting.usage())
        .flatMap(news -> usageDone(sorting.usage(), news, verdicts))
        .then(contacts.tell(sorting.contacts()))
        .flatMap(telling -> announced(telling, verdicts))
        .then(archive.addChanged(sorting.facts()))
        .flatMap(news -> verdicts.accept(sorting.facts(), news).thenReturn(news))
        .flatMap(held::forget)
        .then(subscriptions.keep(subscriptionAccounts(sorting.facts())))
        .flatMap(
            appeared ->
                held.hold(sorting.waiting())
                    .map(
                        news -> {
                          verdicts.wait(sorting.waiting(), news);
                          Set<Reference> awaited =
                              news.stream()
                                  .flatMap(entry -> entry.accounts().stream())
                                  .collect(Collectors.toSet());
                          return union(appeared, awaited);
                        }));
  }

  private Mono<Void> usageDone(List<Attributed> usage, Set<Entry> news, Verdicts verdicts) {
    return verdicts.accept(usage, news).then(seenEvents.count(news)).then(held.forget(news));
  }

  private static TreeMap<String, String> subscriptionAccounts(List<Attributed> facts) {
    return facts.stream()
        .filter(fact -> fact.entry().kind() == Kind.SUBSCRIPTION)
        .collect(
            Collectors.toMap(
                fact -> subscriptionId(fact.entry().key()),
                Attributed::accountId,
                (_, last) -> last,
                TreeMap::new));
  }

  /** The key of a phase is the subscription's id and the day it starts on. */
  private static String subscriptionId(String key) {
    return key.substring(0, key.lastIndexOf('|'));
  }
}
