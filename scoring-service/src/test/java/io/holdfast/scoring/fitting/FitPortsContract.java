package io.holdfast.scoring.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fit.Attribute;
import io.holdfast.scoring.fit.FitCriterion;
import io.holdfast.scoring.fit.FitProfile;
import io.holdfast.scoring.fit.Requirement;
import io.holdfast.scoring.fitting.AccountFits.Told;
import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** What profiles and fits promise, whoever keeps them. */
interface FitPortsContract {

  Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  FitProfile RETAIL =
      new FitProfile(
          List.of(
              new FitCriterion(
                  "industry",
                  Attribute.INDUSTRY,
                  new Requirement.OneOf(List.of("Retail")),
                  BigDecimal.ONE,
                  true)),
          new BigDecimal(75),
          new BigDecimal(50),
          new BigDecimal("0.5"));

  String RETAIL_DOCUMENT =
      "{\"criteria\":[{\"key\":\"industry\",\"attribute\":\"industry\",\"oneOf\":[\"Retail\"],"
          + "\"weight\":1,\"required\":true}],\"good\":75,\"fair\":50,\"leastCoverage\":0.5}";

  TenantId tenant();

  /** All that the work gives, done in one transaction of the tenant. */
  <T> List<T> all(Publisher<T> work);

  FitProfiles profiles();

  AccountFits fits();

  /** An account is recorded. */
  void recorded(String account, String industry);

  @Test
  default void withoutAProfileNoneIsInForce() {
    assertThat(all(profiles().inForce(tenant()))).isEmpty();
    assertThat(all(profiles().held(tenant()))).isEmpty();
    assertThat(all(profiles().next(tenant()))).containsExactly(1);
  }

  @Test
  default void theNewestIsInForceAndTheOldOnesStayReadable() {
    FitVersion first = version(1, "first");
    FitVersion second = version(2, "second");
    all(profiles().add(tenant(), first));
    all(profiles().add(tenant(), second));

    assertThat(all(profiles().inForce(tenant()))).containsExactly(second);
    assertThat(all(profiles().held(tenant()))).containsExactly(second);
    assertThat(all(profiles().all(tenant()))).containsExactly(second, first);
    assertThat(all(profiles().find(tenant(), 1))).containsExactly(first);
    assertThat(all(profiles().find(tenant(), 3))).isEmpty();
    assertThat(all(profiles().next(tenant()))).containsExactly(3);
  }

  @Test
  default void accountsAreToldInTurn() {
    recorded("a", "Retail");
    recorded("b", "Mining");
    recorded("c", "Retail");

    assertThat(all(fits().toldAfter(tenant(), "", 2)))
        .extracting(Told::account)
        .containsExactly("a", "b");
    assertThat(all(fits().toldAfter(tenant(), "b", 2)))
        .extracting(Told::account)
        .containsExactly("c");
    assertThat(all(fits().told(tenant(), List.of("b", "nobody"))))
        .singleElement()
        .satisfies(one -> assertThat(one.company().text(Attribute.INDUSTRY)).contains("Mining"));
  }

  @Test
  default void whoWasNeverFollowedIsNoNewcomer() {
    recorded("a", "Retail");

    assertThat(all(fits().newcomers(tenant(), LocalDate.of(2026, 3, 2), 180, Optional.empty())))
        .isEmpty();
  }

  private static FitVersion version(int number, String reason) {
    return new FitVersion(number, RETAIL, RETAIL_DOCUMENT, NOON, "ada", reason);
  }
}
