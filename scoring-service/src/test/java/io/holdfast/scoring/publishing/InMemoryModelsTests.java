package io.holdfast.scoring.publishing;

import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class InMemoryModelsTests implements ModelPortsContract {

  private final InMemoryModels models = new InMemoryModels();

  @Override
  public TenantId tenant() {
    return new TenantId("demo");
  }

  @Override
  public <T> List<T> all(Publisher<T> work) {
    return Objects.requireNonNull(Flux.from(work).collectList().block(Duration.ofSeconds(5)));
  }

  @Override
  public ModelDrafts drafts() {
    return models;
  }

  @Override
  public ModelVersions versions() {
    return models;
  }
}
