package io.holdfast.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.probe.ProbeService;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.RealParts;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;

@SpringBootTest(classes = ProbeService.class)
@RealParts("probe")
class InboxIT {
  @Autowired TenantTransactions tenants;
  @Autowired DatabaseClient databaseClient;

  private final TenantId tenant = new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void tellsWhichIdsWereSeenBefore() {
    assertThat(seen("facts", 1, "a", "b")).isEmpty();
    assertThat(seen("facts", 1, "b", "c", "a", "d")).containsExactlyInAnyOrder("a", "b");
    assertThat(seen("facts", 1, "d")).containsExactly("d");
  }

  @Test
  void anotherConsumerAndAnotherGenerationSeeThemAnew() {
    seen("facts", 1, "a");

    assertThat(seen("usage", 1, "a")).isEmpty();
    assertThat(seen("facts", 2, "a")).isEmpty();
  }

  private Set<String> seen(String consumer, int generation, String... ids) {
    return tenants
        .run(tenant, () -> Inbox.seen(databaseClient, consumer, generation, tenant.value(), ids))
        .blockOptional()
        .orElseThrow();
  }
}
