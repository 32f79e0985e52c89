package io.holdfast.systemtests.faults;

import io.holdfast.systemtests.Door;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sends events of one account, each with its number; a batch again until it is acknowledged, now
 * and then one that was acknowledged long ago, and, when it is careless, batches in another order.
 */
final class UsageClient implements Runnable {
  static final String EVENT = "Sent through faults";
  static final int PEOPLE = 20;
  private static final int BATCH = 20;
  private static final Duration PACE = Duration.ofMillis(200);

  private final Doors doors;
  private final String account;
  private final boolean careful;
  private final String writeKey;
  private final Random random;
  private final List<String> former = new ArrayList<>();
  private int number;
  private int sentAgain;
  private volatile boolean stopped;

  /**
   * @param careful keeps the order: the next batch goes out after the acknowledgement of the last
   */
  UsageClient(Doors doors, String account, boolean careful, String writeKey, long seed) {
    this.doors = doors;
    this.account = account;
    this.careful = careful;
    this.writeKey = writeKey;
    this.random = new Random(seed ^ account.hashCode());
  }

  static String prefix(String account) {
    return "usage/" + account + "/";
  }

  static int number(String id) {
    return Integer.parseInt(id.substring(id.lastIndexOf('/') + 1));
  }

  /** Who did it: the events of one person keep their order. */
  static String person(int number) {
    return "user-" + number % PEOPLE;
  }

  @Override
  public void run() {
    while (!stopped) {
      List<List<String>> batches = new ArrayList<>(List.of(next(), next()));
      if (!careful) {
        Collections.shuffle(batches, random);
      }
      for (List<String> ids : batches) {
        String body = body(ids);
        if (!doors.insist("/v1/batch", Map::of, body, ids, random, () -> !stopped)) {
          return;
        }
        former.add(body);
        repeatOne();
        Doors.sleep(PACE);
      }
    }
  }

  /** A sender that has lost its memory. */
  private void repeatOne() {
    if (random.nextInt(10) == 0) {
      doors.once("/v1/batch", Map.of(), former.get(random.nextInt(former.size())), random);
      sentAgain++;
    }
    if (former.size() > 500) {
      former.subList(0, 250).clear();
    }
  }

  private List<String> next() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      ids.add(prefix(account) + number++);
    }
    return ids;
  }

  private String body(List<String> ids) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (String id : ids) {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("type", "track");
      event.put("messageId", id);
      event.put("event", EVENT);
      event.put("userId", account + "-" + person(number(id)));
      event.put("timestamp", Instant.now().toString());
      event.put("context", Map.of("groupId", account));
      events.add(event);
    }
    return Door.JSON.writeValueAsString(
        Map.of("writeKey", writeKey, "batch", events, "sentAt", Instant.now().toString()));
  }

  void stop() {
    stopped = true;
  }

  int batchesRepeated() {
    return sentAgain;
  }
}
