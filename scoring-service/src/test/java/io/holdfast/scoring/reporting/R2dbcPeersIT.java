package io.holdfast.scoring.reporting;

import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.rescoring.Accounts;
import io.holdfast.scoring.rescoring.Accounts.MasterData;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import reactor.core.publisher.Flux;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class R2dbcPeersIT implements PeersContract {

  @Autowired TenantTransactions tenants;
  @Autowired Peers peers;
  @Autowired AccountPictures pictures;
  @Autowired Accounts accounts;

  private final TenantId tenant = new TenantId("peers-" + UUID.randomUUID());

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
  public Peers peers() {
    return peers;
  }

  @Override
  public AccountPictures pictures() {
    return pictures;
  }

  @Override
  public void isLike(
      String account, @Nullable String industry, @Nullable Long employees, @Nullable String plan) {
    all(
        accounts.record(
            tenant,
            List.of(
                new MasterData(
                    account,
                    NOON,
                    null,
                    industry,
                    null,
                    employees,
                    null,
                    null,
                    null,
                    Map.of(),
                    plan == null ? Map.of() : Map.of("plan", plan)))));
  }
}
