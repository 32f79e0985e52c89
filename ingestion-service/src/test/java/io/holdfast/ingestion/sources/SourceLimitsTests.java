package io.holdfast.ingestion.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.holdfast.ingestion.sources.Source.Limits;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SourceLimitsTests {
  private final AtomicLong nanos = new AtomicLong();
  private final SourceLimits limits = new SourceLimits(nanos::get);

  @Test
  void aBatchLargerThanASecondsWorthIsLetInAndPaidOff() {
    Source source = source(10, 1_000_000);
    limits.open(source);
    limits.spend(source, 35, 1);
    Problem refused = refusal(source);
    assertThat(refused.status().value()).isEqualTo(429);
    assertThat(refused.members()).containsEntry("limit", "events_per_second");
    assertThat(refused.members()).containsEntry("allowed", 10L);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(3));
    pass(Duration.ofSeconds(3));
    assertThatCode(() -> limits.open(source)).doesNotThrowAnyException();
  }

  @Test
  void bytesAreLimitedToo() {
    Source source = source(1_000, 2_000);
    limits.spend(source, 1, 4_000);
    assertThat(refusal(source).members()).containsEntry("limit", "bytes_per_second");
  }

  @Test
  void sourcesDoNotPayForEachOther() {
    Source noisy = source(10, 1_000);
    limits.spend(noisy, 1_000, 1);
    assertThatCode(() -> limits.open(source(10, 1_000))).doesNotThrowAnyException();
  }

  @Test
  void whoComesAgainWhenToldIsLetIn() {
    qt().forAll(lists().of(integers().between(1, 5_000)).ofSizeBetween(1, 30))
        .check(
            batches -> {
              Source source = source(100, 1_000_000_000);
              long sent = 0;
              long began = nanos.get();
              for (int batch : batches) {
                try {
                  limits.open(source);
                } catch (Problem refused) {
                  pass(refused.retryAfter().orElseThrow());
                  limits.open(source);
                }
                limits.spend(source, batch, 1);
                sent += batch;
              }
              double seconds = (nanos.get() - began) / 1e9;
              return sent - 5_000 <= 100 * (seconds + 1);
            });
  }

  private Problem refusal(Source source) {
    return catchThrowableOfType(Problem.class, () -> limits.open(source));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static Source source(long events, long bytes) {
    return new Source(
        new TenantId("demo"),
        UUID.randomUUID(),
        SourceKind.SEGMENT,
        Optional.empty(),
        Optional.empty(),
        false,
        new Limits(events, bytes));
  }
}
