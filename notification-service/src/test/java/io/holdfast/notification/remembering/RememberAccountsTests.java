package io.holdfast.notification.remembering;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.telling.InMemoryDirectory;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RememberAccountsTests {

  private final TenantId tenant = new TenantId("demo");
  private final InMemoryDirectory inUse = new InMemoryDirectory();
  private final InMemoryAccountsAnew anew = new InMemoryAccountsAnew(inUse);
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final RememberAccounts remember =
      new RememberAccounts(inUse, anew, _ -> Mono.fromSupplier(underWay::get));

  @Test
  void whatIsHeardWhileAccountsAreMadeAnewIsKnownBeforeAndAfter() {
    underWay.set(true);
    remember.recorded(tenant, named("Acme")).block();
    remember.told(tenant, named("An older name")).block();
    assertThat(name()).isEqualTo("Acme");

    anew.takeTheirPlace().block();
    assertThat(name()).isEqualTo("Acme");
  }

  @Test
  void whatIsHeardWhileNothingIsMadeAnewIsNotKeptForIt() {
    remember.recorded(tenant, named("Acme")).block();

    anew.takeTheirPlace().block();
    assertThat(name()).isEqualTo("acme");
  }

  @Test
  void whatIsToldAgainAfterTheEndOnlyFillsIn() {
    remember.recorded(tenant, named("Acme")).block();
    remember.told(tenant, named("An older name")).block();
    assertThat(name()).isEqualTo("Acme");
  }

  private static List<AccountNews> named(String name) {
    return List.of(new AccountNews("acme", name, "ana@larkfield.example"));
  }

  private String name() {
    return inUse.account("acme").block().name();
  }
}
