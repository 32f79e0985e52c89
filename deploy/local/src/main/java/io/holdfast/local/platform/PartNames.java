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

  /** In the order in which they start. */
  public static List<String> all() {
    return Stream.concat(
            Stream.of(POSTGRESQL, KAFKA, PROVIDER, MAIL),
            Arrays.stream(Service.values()).map(Service::word))
        .toList();
  }
}
