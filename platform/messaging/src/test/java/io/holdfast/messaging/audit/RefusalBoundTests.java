package io.holdfast.messaging.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RefusalBoundTests {
  private static final TenantId ACME = new TenantId("acme");

  private Instant now = Instant.parse("2026-01-05T10:00:00Z");
  private final RefusalBound bound =
      new RefusalBound(((InstantSource) () -> now).withZone(ZoneOffset.UTC), 2);

  @Test
  void recordsSoManyOfAnActorAMinuteAndTellsLaterHowManyMoreThereWere() {
    assertThat(bound.admit(ACME, "eve")).isEqualTo(OptionalLong.of(0));
    assertThat(bound.admit(ACME, "eve")).isEqualTo(OptionalLong.of(0));
    assertThat(bound.admit(ACME, "eve")).isEmpty();
    assertThat(bound.admit(ACME, "eve")).isEmpty();

    now = now.plus(Duration.ofSeconds(61));
    assertThat(bound.admit(ACME, "eve")).isEqualTo(OptionalLong.of(2));
    assertThat(bound.admit(ACME, "eve")).isEqualTo(OptionalLong.of(0));
    assertThat(bound.admit(ACME, "eve")).isEmpty();
  }

  @Test
  void oneActorDoesNotUseUpTheRecordsOfAnother() {
    bound.admit(ACME, "eve");
    bound.admit(ACME, "eve");

    assertThat(bound.admit(ACME, "ana")).isPresent();
    assertThat(bound.admit(new TenantId("other"), "eve")).isPresent();
  }
}
