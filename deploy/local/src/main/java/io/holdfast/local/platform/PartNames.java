package io.holdfast.local.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Names of the parts, as in {@code status}, log files and kept ports. */
public final class PartNames {

  static final String POSTGRESQL = "postgresql";
  static final String KAFKA = "kafka";
  static final String PROVIDER = "provider";
  static final String MAIL = "mail";

  private PartNames() {}

  /**
   * In the order in which they start.
   *
   * @param instances of each service
   */
  public static List<String> all(int instances) {
    return Stream.concat(Stream.of(POSTGRESQL, KAFKA, PROVIDER, MAIL), replicas(instances))
        .toList();
  }

  /** With all that a platform of any size may have. */
  static List<String> possible() {
    return all(Replica.MOST);
  }

  private static Stream<String> replicas(int instances) {
    return Arrays.stream(Service.values())
        .flatMap(service -> Replica.of(service, instances).stream())
        .map(Replica::word);
  }
}
