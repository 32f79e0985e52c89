package io.holdfast.scoring.reporting;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import reactor.core.publisher.Flux;

/** The scoring models a tenant has, newest first. */
public interface PublishedModels {

  /**
   * @param document the model as JSON
   */
  record PublishedModel(
      String id, String document, Instant publishedAt, String publishedBy, String reason) {}

  Flux<PublishedModel> all(TenantId tenant);
}
