package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.RouteWalk;
import org.junit.jupiter.api.Test;

/** Somebody who may see only some accounts. */
class PartnerIT extends RealMetrics {
  private static final String[] HIDDEN = {"Quarterly Ltd", "quarterly", "5683.33"};

  @Test
  void noReadingRouteTellsAnythingOfOtherAccounts() {
    hearTheCompany();
    RouteWalk walk = new RouteWalk("http://127.0.0.1:" + port, tenant);

    assertThat(walk.leaks(walk.limitedTo("weekly"), "quarterly", HIDDEN)).isEmpty();
    assertThat(walk.leaks(walk.unlimited(), "quarterly", HIDDEN))
        .extracting(RouteWalk.Leak::told)
        .contains(HIDDEN);
  }
}
