package io.holdfast.local.platform;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the processes of a service; all of them do the same work.
 *
 * @param number from 1
 */
public record Replica(Service service, int number) {

  /** As many as one machine is asked to bear. */
  static final int MOST = 4;

  /** Its name, also of its log and its ports. The first is called as the service is. */
  public String word() {
    return number == 1 ? service.word() : service.word() + "-" + number;
  }

  /** Where its own metrics and backlog are asked for. */
  String managementPort() {
    return word() + ".management";
  }

  boolean isFirst() {
    return number == 1;
  }

  static List<Replica> of(Service service, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> new Replica(service, n)).toList();
  }
}
