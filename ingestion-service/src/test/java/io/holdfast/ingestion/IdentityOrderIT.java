package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.identity.Link;
import io.holdfast.ingestion.identity.Link.Membership;
import io.holdfast.ingestion.identity.Link.Unmasking;
import io.holdfast.ingestion.identity.Links;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who is who does not depend on the order in which it is told, nor on how often. */
@RealIngestion
class IdentityOrderIT {
  private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

  @Autowired Links links;
  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfArrivalDoesNotMatter(int seed) {
    Random random = new Random(seed);
    List<Link> told = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Instant at = T.plusSeconds(random.nextInt(6));
      told.add(
          random.nextBoolean()
              ? new Membership("u" + random.nextInt(4), "a" + random.nextInt(3), at)
              : new Unmasking(name(random), name(random), at, at));
    }
    List<String> once = known(told, 1);
    for (int attempt = 0; attempt < 4; attempt++) {
      List<Link> shuffled = new ArrayList<>(told);
      shuffled.addAll(told.subList(0, 10));
      Collections.shuffle(shuffled, random);
      assertThat(known(shuffled, 1 + random.nextInt(7))).isEqualTo(once);
    }
  }

  /** A visitor or a user. */
  private static String name(Random random) {
    return (random.nextBoolean() ? "v" : "u") + random.nextInt(4);
  }

  /** What a new tenant knows once told in parts of a size. */
  private List<String> known(List<Link> told, int part) {
    TenantId tenant = new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));
    for (int from = 0; from < told.size(); from += part) {
      List<Link> some = told.subList(from, Math.min(told.size(), from + part));
      transactions.run(tenant, () -> links.keep(tenant, some)).block();
    }
    return Objects.requireNonNull(
        transactions
            .run(
                tenant,
                () ->
                    database
                        .sql(
                            """
                            select user_id || ' is of ' || account_id from person
                            union all
                            select anonymous_id || ' is ' || user_id from visitor
                            union all
                            select told.* from (
                              select distinct on (previous_id) previous_id || ' is told to be ' || user_id
                                from user_merge order by previous_id, stated_at desc, user_id collate "C" desc) told
                            order by 1
                            """)
                        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                        .all()
                        .collectList())
            .block());
  }
}
