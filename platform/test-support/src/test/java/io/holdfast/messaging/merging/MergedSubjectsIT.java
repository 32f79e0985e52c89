package io.holdfast.messaging.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.probe.ProbeService;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.RealParts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import reactor.core.publisher.Mono;

/** What accounts are does not depend on the order in which merges are heard of. */
@SpringBootTest(classes = ProbeService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
class MergedSubjectsIT {
  private static final int ACCOUNTS = 12;

  @Autowired MergedSubjects merged;
  @Autowired TenantTransactions transactions;

  private record Merge(String from, String into) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfHearingDoesNotMatter(int seed) {
    Random random = new Random(seed);
    List<Merge> merges = new ArrayList<>();
    Map<String, String> meant = new HashMap<>();
    for (int i = 1; i < ACCOUNTS; i++) { // each into an earlier one, so that there is no circle
      if (random.nextInt(4) > 0) {
        Merge merge = new Merge("a" + i, "a" + random.nextInt(i));
        merges.add(merge);
        meant.put(merge.from(), meant.getOrDefault(merge.into(), merge.into()));
      }
    }
    for (int attempt = 0; attempt < 3; attempt++) {
      List<Merge> heard = new ArrayList<>(merges);
      heard.addAll(merges.subList(0, merges.size() / 2));
      Collections.shuffle(heard, random);
      assertThat(known(heard)).isEqualTo(meant);
    }
  }

  @Test
  void aCircleIsNeverClosed() {
    List<Merge> round =
        List.of(new Merge("a0", "a1"), new Merge("a1", "a2"), new Merge("a2", "a0"));
    assertThat(known(round)).isEqualTo(Map.of("a0", "a2", "a1", "a2"));
  }

  @Test
  void whoAsksBeforeAnythingWasMergedIsToldNothing() {
    TenantId tenant = tenant();
    assertThat(transactions.run(tenant, () -> merged.known(tenant, List.of("a0"))).block())
        .isEmpty();
  }

  private Map<String, String> known(List<Merge> heard) {
    TenantId tenant = tenant();
    for (Merge one : heard) {
      transactions
          .run(
              tenant,
              () ->
                  merged
                      .alone(tenant)
                      .then(Mono.defer(() -> merged.merge(tenant, one.from(), one.into()))))
          .block();
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      all.add("a" + i);
    }
    return Objects.requireNonNull(
        transactions.run(tenant, () -> merged.known(tenant, all)).block());
  }

  private static TenantId tenant() {
    return new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));
  }
}
