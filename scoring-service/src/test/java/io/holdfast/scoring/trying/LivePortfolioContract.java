package io.holdfast.scoring.trying;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

interface LivePortfolioContract {

  TenantId tenant();

  <T> List<T> all(Publisher<T> work);

  LivePortfolio portfolio();

  /** An account that stands in the band watch, unless it has left. */
  void stands(String account, @Nullable BigDecimal arr, boolean left);

  @Test
  default void holdsWhoHasNotLeftTheMostRevenueFirst() {
    stands("small", BigDecimal.TEN, false);
    stands("unknown", null, false);
    stands("large", new BigDecimal("500"), false);
    stands("also small", BigDecimal.TEN, false);
    stands("gone", new BigDecimal("900"), true);

    assertThat(all(portfolio().size(tenant()))).containsExactly(4);
    assertThat(all(portfolio().largest(tenant(), 9)))
        .extracting(Profile::account)
        .containsExactly("large", "also small", "small", "unknown");
    assertThat(all(portfolio().largest(tenant(), 1)))
        .extracting(one -> one.standing().state().band())
        .containsExactly(Band.WATCH);
  }
}
