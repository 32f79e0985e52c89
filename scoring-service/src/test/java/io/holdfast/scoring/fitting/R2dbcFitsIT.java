package io.holdfast.scoring.fitting;

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
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import reactor.core.publisher.Flux;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class R2dbcFitsIT implements FitPortsContract {

  @Autowired TenantTransactions tenants;
  @Autowired FitProfiles profiles;
  @Autowired AccountFits fits;
  @Autowired Accounts accounts;

  private final TenantId tenant = new TenantId("fits-" + UUID.randomUUID());

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
  public FitProfiles profiles() {
    return profiles;
  }

  @Override
  public AccountFits fits() {
    return fits;
  }

  @Override
  public void recorded(String account, String industry) {
    all(
        accounts.record(
            tenant,
            List.of(
                new MasterData(
                    account, NOON, account, industry, null, null, null, null, null, Map.of(),
                    Map.of()))));
  }
}
