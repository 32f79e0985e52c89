package io.holdfast.ingestion.mapping;

import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.admission.Verdicts;
import io.holdfast.ingestion.archive.Held;
import io.holdfast.ingestion.archive.SetAside;
import io.holdfast.ingestion.archive.UnreadEntries;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reason;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.imports.ObjectReading.Fault;
import io.holdfast.ingestion.imports.ObjectReading.Read;
import io.holdfast.ingestion.requests.Json;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Admits what deliveries become under the mapping of their source. What cannot be mapped stands in
 * the quarantine as it came, object by object, until a replay under a mended mapping.
 */
@Component
public class RecordDeliveries {
  private static final int WHOLE = 0;

  private final SourceMappings mappings;
  private final AdmitEntries admission;
  private final ErasedDeliveries erased;
  private final UnreadEntries unread;

  RecordDeliveries(
      SourceMappings mappings,
      AdmitEntries admission,
      ErasedDeliveries erased,
      UnreadEntries unread) {
    this.mappings = mappings;
    this.admission = admission;
    this.erased = erased;
    this.unread = unread;
  }

  private record Mapped(List<Entry> entries, List<SetAside> unread) {}

  /** One object of a delivery, or the delivery whole where its objects are not found. */
  private record Item(UUID sourceId, String id, int line, Instant receivedAt, JsonNode json) {
    SetAside aside(List<Fault> faults) {
      String why =
          faults.stream()
              .map(fault -> fault.code() + ": " + fault.message())
              .collect(Collectors.joining("; "));
      Entry asItCame =
          new Entry(
              Kind.FACT,
              id,
              List.of(),
              null,
              receivedAt,
              json.toString(),
              Knowledge.observed(receivedAt),
              sourceId.toString(),
              line);
      return new SetAside(asItCame, Reason.UNMAPPED, Held.Form.DELIVERY, why);
    }
  }

  /** What became of each, in their order. */
  public Mono<List<Verdict>> record(TenantId tenant, List<ReceivedDelivery> deliveries) {
    return Flux.fromIterable(deliveries)
        .concatMap(
            delivery ->
                mapped(
                    new Item(
                        delivery.sourceId(),
                        delivery.sourceId() + ":" + delivery.messageId(),
                        WHOLE,
                        delivery.receivedAt(),
                        delivery.body())))
        .collectList()
        .flatMap(
            all ->
                admit(tenant, all)
                    .map(verdicts -> all.stream().map(one -> verdict(one, verdicts)).toList()));
  }

  /** What waits in its own right no longer waits for a mapping. */
  private static Verdict verdict(Mapped mapped, Verdicts verdicts) {
    if (!mapped.unread().isEmpty()) {
      return Verdict.WAITING;
    }
    return verdicts.accepted(mapped.entries()) > 0 ? Verdict.ACCEPTED : Verdict.DUPLICATE;
  }

  /** Tries again what could not be mapped. */
  public Mono<Verdict> again(TenantId tenant, Entry asItCame) {
    return mapped(
            new Item(
                UUID.fromString(asItCame.source()),
                asItCame.key(),
                asItCame.line(),
                asItCame.knowledge().receivedAt(),
                Json.MAPPER.readTree(asItCame.body())))
        .flatMap(
            mapped -> admit(tenant, List.of(mapped)).map(verdicts -> verdict(mapped, verdicts)));
  }

  private Mono<Mapped> mapped(Item whole) {
    return mappings
        .of(whole.sourceId())
        .map(mapping -> mapped(mapping, whole))
        .switchIfEmpty(
            Mono.fromSupplier(
                () ->
                    new Mapped(
                        List.of(),
                        List.of(
                            whole.aside(
                                List.of(
                                    new Fault(
                                        null, "no_mapping", "the source has no mapping")))))));
  }

  private static Mapped mapped(SourceMapping mapping, Item whole) {
    Mapped all = new Mapped(new ArrayList<>(), new ArrayList<>());
    if (whole.line() != WHOLE) {
      map(mapping, whole, all);
      return all;
    }
    Optional<List<JsonNode>> items = mapping.items(whole.json());
    if (items.isEmpty()) {
      all.unread().add(whole.aside(List.of(new Fault(null, "no_items", mapping.itemsMissing()))));
    }
    int line = WHOLE;
    for (JsonNode item : items.orElse(List.of())) {
      String id = whole.id() + ":" + line++;
      map(mapping, new Item(whole.sourceId(), id, line, whole.receivedAt(), item), all);
    }
    return all;
  }

  private static void map(SourceMapping mapping, Item item, Mapped all) {
    Optional<Read> read =
        mapping.read(item.json(), item.receivedAt(), item.sourceId().toString(), item.id());
    if (read.isEmpty()) {
      return;
    }
    Entry entry = read.get().entry();
    if (entry == null) {
      all.unread().add(item.aside(read.get().faults()));
    } else {
      all.entries().add(entry);
    }
  }

  private Mono<Verdicts> admit(TenantId tenant, List<Mapped> all) {
    List<Entry> entries = all.stream().flatMap(one -> one.entries().stream()).toList();
    List<SetAside> aside = all.stream().flatMap(one -> one.unread().stream()).toList();
    return admission
        .admit(tenant, entries)
        .flatMap(verdicts -> erased.masked(aside).flatMap(unread::keep).thenReturn(verdicts));
  }
}
