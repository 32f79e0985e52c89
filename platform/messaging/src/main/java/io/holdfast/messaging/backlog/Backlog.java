package io.holdfast.messaging.backlog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service still has to do.
 *
 * @param outbox rows of all stores that the broker has not acknowledged
 * @param timers by kind, those due by now or within a minute of business time
 * @param deadLetters those that wait, of all tenants
 * @param timersLateSeconds by how much the oldest due timer is late, in business time
 * @param deadLettersByTenant those that wait; what names no tenant stands under unattributed
 * @param consumers absent while the broker does not answer
 */
record Backlog(
    long outbox,
    Map<String, Long> timers,
    long deadLetters,
    List<Store> stores,
    double timersLateSeconds,
    Map<String, Long> deadLettersByTenant,
    @Nullable List<Consumer> consumers) {

  /**
   * Rows that are owed to the broker.
   *
   * @param oldestSeconds for how long the first of them has been; 0 when none waits
   */
  record Store(String name, long waiting, double oldestSeconds) {}

  /**
   * One group on one topic.
   *
   * @param lag records not dealt with yet
   * @param unread partitions that no member of the group reads
   * @param idle members of the group without a partition of any topic
   */
  record Consumer(String group, String topic, long lag, int unread, int idle) {}
}
