package io.holdfast.scoring.publishing;

import io.holdfast.tenancy.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Drafts and versions of one tenant. */
final class InMemoryModels implements ModelDrafts, ModelVersions {

  private final Map<UUID, ModelDraft> drafts = new LinkedHashMap<>();
  final List<Publication> published = new ArrayList<>();

  @Override
  public Mono<Void> keep(TenantId tenant, ModelDraft draft) {
    return Mono.fromRunnable(() -> drafts.put(draft.id(), draft));
  }

  @Override
  public Mono<ModelDraft> find(TenantId tenant, UUID id) {
    return Mono.fromSupplier(() -> drafts.get(id));
  }

  @Override
  public Flux<ModelDraft> all(TenantId tenant) {
    return Flux.defer(
        () ->
            Flux.fromStream(
                drafts.values().stream()
                    .sorted(Comparator.comparing(ModelDraft::changedAt).reversed())));
  }

  @Override
  public Mono<Void> discard(TenantId tenant, UUID id) {
    return Mono.fromRunnable(() -> drafts.remove(id));
  }

  @Override
  public Mono<Integer> next(TenantId tenant, String key) {
    return Mono.fromSupplier(
        () ->
            1
                + published.stream()
                    .filter(one -> one.key().equals(key))
                    .mapToInt(Publication::version)
                    .max()
                    .orElse(0));
  }

  @Override
  public Mono<Void> add(TenantId tenant, Publication publication) {
    return Mono.fromRunnable(() -> published.add(publication));
  }
}
