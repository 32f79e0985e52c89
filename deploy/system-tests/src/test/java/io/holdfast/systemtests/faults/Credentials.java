package io.holdfast.systemtests.faults;

import io.holdfast.systemtests.LocalPlatform;
import java.time.Duration;
import java.util.Map;

/** A token of an administrator, fetched again before it expires. */
final class Credentials {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final LocalPlatform platform;
  private final String tenant;
  private String token;
  private long fetched;

  Credentials(LocalPlatform platform, String tenant) {
    this.platform = platform;
    this.tenant = tenant;
    renew();
  }

  synchronized Map<String, String> headers() {
    if (System.nanoTime() - fetched > GOOD_FOR.toNanos()) {
      renew();
    }
    return Map.of("Authorization", "Bearer " + token);
  }

  private void renew() {
    token = platform.token("admin", tenant);
    fetched = System.nanoTime();
  }
}
