package io.holdfast.scoring.trying;

import io.holdfast.scoring.rescoring.Accounts;
import io.holdfast.scoring.rescoring.Accounts.MasterData;
import io.holdfast.scoring.trying.AccountsInTurn.Member;
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
class R2dbcTrialsIT implements TryingPortsContract {

  @Autowired TenantTransactions tenants;
  @Autowired Backtests backtests;
  @Autowired Observations observations;
  @Autowired AccountsInTurn inTurn;
  @Autowired Accounts accounts;

  private final TenantId tenant = new TenantId("trials-" + UUID.randomUUID());

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
  public Backtests backtests() {
    return backtests;
  }

  @Override
  public Observations observations() {
    return observations;
  }

  @Override
  public AccountsInTurn accounts() {
    return inTurn;
  }

  @Override
  public void has(Member member) {
    all(
        accounts.record(
            tenant,
            List.of(
                new MasterData(
                    member.account(),
                    NOON,
                    "Name",
                    member.industry(),
                    member.country(),
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    Map.of()))));
  }
}
