package io.holdfast.scoring.publishing;

import io.holdfast.tenancy.TenantId;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A tenant's drafts. */
public interface ModelDrafts {

  /** Adds the draft, or puts it in the place of the one with its id. */
  Mono<Void> keep(TenantId tenant, ModelDraft draft);

  Mono<ModelDraft> find(TenantId tenant, UUID id);

  Flux<ModelDraft> all(TenantId tenant);

  Mono<Void> discard(TenantId tenant, UUID id);
}
