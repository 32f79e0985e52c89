package io.holdfast.scoring.rescoring;

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
class R2dbcPortsIT
    implements AccountsContract,
        StandingsContract,
        JourneysContract,
        AccountPicturesContract,
        DeferralsContract,
        RulebookContract,
        MovedPicturesContract,
        FleetContract {

  @Autowired TenantTransactions tenants;
  @Autowired Accounts accounts;
  @Autowired Standings standings;
  @Autowired Journeys journeys;
  @Autowired AccountPictures pictures;
  @Autowired Deferrals deferrals;
  @Autowired Rulebook rulebook;
  @Autowired MovedPictures moved;
  @Autowired Fleet fleet;

  private final TenantId tenant = new TenantId("ports-" + UUID.randomUUID());

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
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Standings standings() {
    return standings;
  }

  @Override
  public Journeys journeys() {
    return journeys;
  }

  @Override
  public AccountPictures pictures() {
    return pictures;
  }

  @Override
  public Deferrals deferrals() {
    return deferrals;
  }

  @Override
  public Rulebook rulebook() {
    return rulebook;
  }

  @Override
  public MovedPictures moved() {
    return moved;
  }

  @Override
  public Fleet fleet() {
    return fleet;
  }
}
