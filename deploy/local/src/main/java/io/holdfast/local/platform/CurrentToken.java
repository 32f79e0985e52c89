package io.holdfast.local.platform;

import io.holdfast.local.access.Role;
import io.holdfast.local.access.Tenant;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An administrator's token for the launcher itself, fetched again before it expires. */
final class CurrentToken {

  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private final Instance instance;
  private @Nullable String token;
  private long fetched;

  CurrentToken(Instance instance) {
    this.instance = instance;
  }

  synchronized String current() {
    String kept = token;
    if (kept == null || System.nanoTime() - fetched > GOOD_FOR.toNanos()) {
      kept = instance.token(Tenant.DEMO, Role.ADMIN, "");
      token = kept;
      fetched = System.nanoTime();
    }
    return kept;
  }
}
