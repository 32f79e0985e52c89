package io.holdfast.scoring.publishing;

import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import reactor.core.publisher.Flux;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class R2dbcModelsIT implements ModelPortsContract {

  @Autowired TenantTransactions tenants;
  @Autowired ModelDrafts drafts;
  @Autowired ModelVersions versions;

  private final TenantId tenant = new TenantId("models-" + UUID.randomUUID());

  @Override
  public TenantId tenant() {
    return tenant;
  }

  @Override
  public <T> List<T> all(Publisher<T> work) {
    return Objects.requireNonNull(
        tenants.run(tenant, () -> Flux.from(work).collectList()).block(Duration.ofSeconds(30)));
  }

  @Override
  public ModelDrafts drafts() {
    return drafts;
  }

  @Override
  public ModelVersions versions() {
    return versions;
  }
}
