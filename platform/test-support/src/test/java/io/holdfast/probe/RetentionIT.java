package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestKafka;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is older than its tenant keeps things goes; what is younger, or another tenant's, stays. */
class RetentionIT extends LettersIT {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int KEPT = 60;

  private final String other = "o" + tenant;

  private record Aged(String name, int days) {}

  @Test
  void lettersAndIdsOfMessagesGoByTheirAgeAndNothingElseDoes() throws SQLException {
    Random ages = new Random(4711);
    List<Aged> planted = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      planted.add(new Aged("r" + i, ages.nextInt(0, 2 * KEPT)));
    }
    planted.addAll(List.of(new Aged("just in", KEPT - 1), new Aged("just over", KEPT + 1)));
    for (Aged one : planted) {
      letter(tenant, one);
      letter(other, one);
      seen(tenant, 1, one);
      seen(other, 1, one);
    }
    settings(tenant, KEPT);

    lookNow();

    List<String> young = names(planted, KEPT);
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(letters(tenant)).hasSameElementsAs(young));
    assertThat(seen(tenant)).hasSameElementsAs(names(planted, 30));
    assertThat(letters(other)).hasSameElementsAs(names(planted, 1_000));
    assertThat(seen(other)).hasSameElementsAs(names(planted, 1_000));
  }

  @Test
  void whatWasDealtWithGoesAfterNinetyDaysAndIdsOfAGenerationThatIsOverAtOnce()
      throws SQLException {
    letter(tenant, new Aged("waits", 100));
    letter(tenant, new Aged("closed", 100));
    letter(tenant, new Aged("closed lately", 100));
    execute(
        "update probe.dead_letter set state = 'discarded', closed_at = now() - interval '1 day' * "
            + "(case when message_id = 'closed' then 91 else 89 end)"
            + " where message_id like 'closed%' and tenant_id = '"
            + tenant
            + "'");
    execute(
        "insert into probe.generation (tenant_id, generation) values ('%s', 3)".formatted(tenant));
    seen(tenant, 1, new Aged("of a consumer that is not rebuilt", 0));
    seen(tenant, 2, new Aged("before", 0));
    seen(tenant, 3, new Aged("now", 0));
    settings(tenant, 1_000);

    lookNow();

    await()
        .atMost(LONGEST)
        .untilAsserted(
            () -> assertThat(letters(tenant)).containsExactlyInAnyOrder("waits", "closed lately"));
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(seen(tenant))
                    .containsExactlyInAnyOrder("now", "of a consumer that is not rebuilt"));
  }

  @Test
  void ofATenantWhoseTimeIsNotKnownNothingGoes() throws SQLException {
    letter(tenant, new Aged("old", 9_000));
    execute(
        """
        insert into probe.timer (tenant_id, kind, timer_key, due_at, payload)
        values ('%s', 'retention', 'daily', timestamptz '2000-01-01', '')
        """
            .formatted(tenant));

    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(
                        column(
                            "select 'later' from probe.timer where kind = 'retention'"
                                + " and due_at > now() and tenant_id = '%s'".formatted(tenant)))
                    .containsExactly("later"));
    assertThat(letters(tenant)).containsExactly("old");
  }

  private static List<String> names(List<Aged> all, int youngerThan) {
    return all.stream().filter(one -> one.days() < youngerThan).map(Aged::name).toList();
  }

  private static void settings(String tenant, int days) {
    TestKafka.send(
        "holdfast.tenants",
        tenant,
        TestKafka.headers(tenant, null, "ingestion.tenant-changed.v1", Instant.EPOCH),
        "{\"tenantId\":\"%s\",\"retentionDays\":%d}".formatted(tenant, days));
  }

  /** Tomorrow, when it would be done by itself, is too late for a test. */
  private void lookNow() throws SQLException {
    String mine = "from probe.timer where kind = 'retention' and tenant_id = '" + tenant + "'";
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(column("select timer_key " + mine)).hasSize(1));
    execute(
        "update probe.timer set due_at = timestamptz '2000-01-01' where kind = 'retention'"
            + " and tenant_id = '%s'".formatted(tenant));
  }

  private static void letter(String tenant, Aged one) throws SQLException {
    execute(
        """
        insert into probe.dead_letter (tenant_id, consumer, topic, headers, body, error, message_id, failed_at)
        values ('%s', 'facts', 'holdfast.facts', '{}', '', 'e', '%s', now() - interval '%d days')
        """
            .formatted(tenant, one.name(), one.days()));
  }

  private static void seen(String tenant, int generation, Aged one) throws SQLException {
    execute(
        """
        insert into probe.inbox (tenant_id, consumer, generation, message_id, received_at)
        values ('%s', 'facts', %d, '%s', now() - interval '%d days')
        """
            .formatted(tenant, generation, one.name(), one.days()));
  }

  private static List<String> letters(String tenant) throws SQLException {
    return column(
        "select message_id from probe.dead_letter where tenant_id = '%s'".formatted(tenant));
  }

  /** Of those planted; the settings themselves came in a message, too. */
  private static List<String> seen(String tenant) throws SQLException {
    return column(
        "select message_id from probe.inbox where consumer = 'facts' and tenant_id = '%s'"
            .formatted(tenant));
  }
}
