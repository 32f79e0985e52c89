package io.holdfast.systemtests.faults;

import io.holdfast.systemtests.Door;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * States facts one after the other: milestones of one account in their order, and now and then a
 * declined card of an account that had none, for which an alert must go out.
 */
final class FactClient implements Runnable {
  static final String ORDERED = "ordered";
  static final String MILESTONE = "fact/" + ORDERED + "/";
  static final String DECLINED = "declined/";
  private static final Duration PACE = Duration.ofMillis(250);

  private final Doors doors;
  private final List<String> payers;
  private final Supplier<Map<String, String>> credentials;
  private final Duration betweenDeclines;
  private final Random random;
  private int milestones;
  private int declines;
  private volatile boolean stopped;

  /**
   * @param payers accounts whose cards will be declined, one after the other
   */
  FactClient(
      Doors doors,
      List<String> payers,
      Supplier<Map<String, String>> credentials,
      Duration betweenDeclines,
      long seed) {
    this.doors = doors;
    this.payers = List.copyOf(payers);
    this.credentials = credentials;
    this.betweenDeclines = betweenDeclines;
    this.random = new Random(seed);
  }

  @Override
  public void run() {
    long nextDecline = System.nanoTime();
    while (!stopped) {
      state(MILESTONE + milestones++, ORDERED, "milestone");
      if (System.nanoTime() > nextDecline && declines < payers.size()) {
        String payer = payers.get(declines++);
        state(DECLINED + payer, payer, "charge_failed");
        nextDecline = System.nanoTime() + betweenDeclines.toNanos();
      }
      Doors.sleep(PACE);
    }
  }

  private void state(String id, String account, String type) {
    String body =
        Door.JSON.writeValueAsString(
            Map.of(
                "factId",
                id,
                "accountId",
                account,
                "type",
                type,
                "happenedAt",
                Instant.now().toString(),
                "value",
                "10",
                "unit",
                "USD",
                "text",
                id));
    doors.insist("/api/v1/facts", credentials, body, List.of(id), random, () -> !stopped);
  }

  void stop() {
    stopped = true;
  }
}
