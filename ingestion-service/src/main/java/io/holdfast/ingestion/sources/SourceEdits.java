package io.holdfast.ingestion.sources;

import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Edits;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Edits of one source follow each other, whatever of it they change; inside the tenant's
 * transaction.
 */
@Component
public final class SourceEdits {
  private final Edits edits;
  private final SourceRegister register;

  SourceEdits(Edits edits, SourceRegister register) {
    this.edits = edits;
    this.register = register;
  }

  /** On the terms of the source as {@code GET} shows it. */
  <T> Mono<T> edit(Conditions terms, UUID sourceId, Supplier<Mono<T>> change) {
    return edit(terms, sourceId, () -> register.find(sourceId), change);
  }

  /** On the terms of a part of it, which has an {@code ETag} of its own. */
  public <T> Mono<T> edit(
      Conditions terms, UUID sourceId, Supplier<? extends Mono<?>> part, Supplier<Mono<T>> change) {
    return edits.edit(terms, "source/" + sourceId, part, change);
  }

  /** An answer to an edit, with the {@code ETag} the source has now. */
  <T> Mono<ResponseEntity<T>> tagged(UUID sourceId, T answer) {
    return register.find(sourceId).map(source -> edits.tagged(answer, source));
  }
}
