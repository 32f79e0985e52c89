package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two accounts that turn out to be one are so in every service, as if they had always been. */
class MergedAccountsIT {
  private static final String KEPT = "merge-kept";
  private static final String GONE = "merge-gone";

  /** Customers of a year that no other test looks at. */
  private static final String KEPT_THEN = "merge-kept-then";

  private static final String GONE_THEN = "merge-gone-then";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final LocalPlatform platform = LocalPlatform.instance();
  private final Door door = Door.with(platform, platform.token("admin", "other"));
  private final Instant began = Instant.now();

  @Test
  void afterAMergeEveryServiceTellsOfOneAccount() {
    givenTwoAccounts();
    List<String> months = months();
    assertThat(weeklyActiveUsers()).isEqualTo(3);

    merge(GONE, KEPT);
    merge(GONE_THEN, KEPT_THEN);

    await().atMost(SOON).untilAsserted(this::assertGoneEverywhere);
    await().atMost(SOON).untilAsserted(() -> assertThat(weeklyActiveUsers()).isEqualTo(5));
    assertThat(months()).isEqualTo(months);
    assertThat(movements())
        .containsExactly(
            "2021-03-01 new 70",
            "2021-05-01 expansion 30",
            "2021-08-01 contraction -30",
            "2021-09-01 churn -70");
    assertThat(values("/api/v1/accounts/" + KEPT + "/contacts", "contactId"))
        .containsExactlyInAnyOrder("merge-ann", "merge-bob");
    assertThat(values("/api/v1/alerts?kind=involuntary&account=" + KEPT, "state"))
        .containsExactly("open");

    Door.closed(platform)
        .post(
            "/v1/batch",
            Map.of("writeKey", platform.writeKey("other"), "batch", List.of(event("latecomer"))))
        .expect(200);
    await().atMost(SOON).untilAsserted(() -> assertThat(weeklyActiveUsers()).isEqualTo(6));
  }

  private void merge(String from, String into) {
    door.post("/api/v1/accounts/" + into + "/merges", Map.of("from", from, "reason", "one company"))
        .expect(201);
  }

  /** Each has a contact and use, or a contract; a card of one was declined. */
  private void givenTwoAccounts() {
    Imports.load(
        door,
        "accounts",
        "account_id,name\n%s,Kept\n%s,Gone\n%s,Kept\n%s,Gone\n"
            .formatted(KEPT, GONE, KEPT_THEN, GONE_THEN));
    Imports.load(
        door,
        "contacts",
        "contact_id,account_id,name\nmerge-ann,%s,Ann\nmerge-bob,%s,Bob\n".formatted(KEPT, GONE));
    Imports.load(
        door,
        "subscriptions",
        """
        subscription_id,account_id,starts_on,ends_on,amount,currency,interval
        s-merge-kept,%s,2021-03-01,2021-09-01,70,USD,month
        s-merge-gone,%s,2021-05-01,2021-08-01,30,USD,month
        """
            .formatted(KEPT_THEN, GONE_THEN));
    Imports.load(door, "usage", usage());
    door.post(
            "/api/v1/facts",
            Map.of(
                "factId",
                "merge-declined",
                "accountId",
                GONE,
                "type",
                "charge_failed",
                "happenedAt",
                began.toString(),
                "value",
                "30",
                "unit",
                "USD",
                "text",
                "merge-invoice"))
        .expectDone();
    platform.awaitQuiet();
  }

  /**
   * Three people of each, one of whom is the same, a day ago; and long enough before to be judged.
   */
  private String usage() {
    StringBuilder csv = new StringBuilder("event_id,account_id,event,occurred_at,user_id,count\n");
    for (int day : new int[] {1, 8, 15, 22, 29, 36, 43, 50, 57}) {
      for (int person = 0; person < 6; person++) {
        csv.append(
            "merge-%1$d-%2$d,%3$s,Merging,%4$s,merge-user-%5$d,1\n"
                .formatted(
                    day,
                    person,
                    person < 3 ? KEPT : GONE,
                    began.minus(Duration.ofDays(day)),
                    person % 5));
      }
    }
    return csv.toString();
  }

  private Map<String, Object> event(String user) {
    return Map.of(
        "type",
        "track",
        "event",
        "Merging",
        "userId",
        user,
        "messageId",
        "merge-late",
        "context",
        Map.of("groupId", GONE));
  }

  /** Of ingestion, scoring and metrics; notification has nothing of it left. */
  private void assertGoneEverywhere() {
    for (String part : List.of("/contacts", "", "/mrr-movements")) {
      JsonNode problem = door.get("/api/v1/accounts/" + GONE + part).expectProblem(404).json();
      assertThat(problem.path("code").asString()).isEqualTo("account_merged");
      assertThat(problem.path("accountId").asString()).isEqualTo(KEPT);
    }
    assertThat(values("/api/v1/alerts?account=" + GONE, "state")).isEmpty();
  }

  private int weeklyActiveUsers() {
    return door.get("/api/v1/accounts/" + KEPT + "/health")
        .expect(200)
        .json()
        .get("axes")
        .valueStream()
        .flatMap(axis -> axis.get("signals").valueStream())
        .filter(signal -> signal.get("key").asString().equals("weekly_active_users"))
        .findFirst()
        .orElseThrow()
        .get("value")
        .asInt();
  }

  private List<String> movements() {
    return door.get("/api/v1/accounts/" + KEPT_THEN + "/mrr-movements")
        .expect(200)
        .json()
        .get("items")
        .valueStream()
        .map(
            one ->
                one.get("on").asString()
                    + " "
                    + one.get("kind").asString()
                    + " "
                    + one.get("amount").asString())
        .sorted()
        .toList();
  }

  /** What all accounts were worth at the end of each month, which a merge does not move. */
  private List<String> months() {
    return door.get("/api/v1/metrics/mrr-movements?from=2021-01&to=2021-12")
        .expect(200)
        .json()
        .get("rows")
        .valueStream()
        .map(row -> row.get("period").asString() + " " + row.get("end").asString())
        .toList();
  }

  private List<String> values(String list, String member) {
    return door.get(list)
        .expect(200)
        .json()
        .get("items")
        .valueStream()
        .map(item -> item.get(member).asString())
        .toList();
  }
}
