package io.holdfast.ingestion.stripe;

import static io.holdfast.ingestion.stripe.StripeEventFixture.priced;
import static io.holdfast.ingestion.stripe.StripeEventFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SubscriptionTermsTests {
  private static final String TIERS =
      """
      {"billing_scheme": "tiered", "unit_amount": null, "unit_amount_decimal": null, "tiers_mode": "%s",
       "tiers": [{"up_to": 5, "unit_amount": 700, "flat_amount": 1000},
                 {"up_to": 10, "unit_amount": 650, "flat_amount": null},
                 {"up_to": null, "unit_amount_decimal": "600", "flat_amount": null}]}
      """;

  @ParameterizedTest
  @CsvSource({
    "graduated,0,10",
    "graduated,5,45",
    "graduated,6,51.5",
    "graduated,12,89.5",
    "volume,0,10",
    "volume,5,45",
    "volume,6,39",
    "volume,12,72"
  })
  void aTieredPriceIsReadFromItsTiers(String mode, int quantity, String amount) {
    JsonNode phase = phase(priced(quantity, TIERS.formatted(mode)));
    assertThat(phase.path("amount").asString()).isEqualTo(amount);
    assertThat(phase.path("quantity").asString()).isEqualTo("1");
    assertThat(phase.path("seats").asInt()).isEqualTo(quantity);
  }

  @Test
  void aTieredPriceWithoutItsTiersIsSetAside() {
    assertThat(why(priced(4, "{\"billing_scheme\":\"tiered\",\"unit_amount\":null}")))
        .contains("items.data[0].price.tiers is missing");
  }

  @Test
  void aQuantityBeyondTheLastTierIsSetAside() {
    assertThat(
            why(
                priced(
                    4,
                    """
                    {"billing_scheme":"tiered","tiers_mode":"volume","tiers":[{"up_to":3,"unit_amount":1}]}
                    """)))
        .contains("tiers end below the quantity 4");
  }

  @ParameterizedTest
  @CsvSource({"up,45", "down,30"})
  void aPriceOfPackagesIsPaidByThePackage(String round, String amount) {
    JsonNode phase =
        phase(
            priced(
                25,
                "{\"transform_quantity\":{\"divide_by\":10,\"round\":\"%s\"}}".formatted(round)));
    assertThat(phase.path("amount").asString()).isEqualTo(amount);
    assertThat(phase.path("seats").asInt()).isEqualTo(25);
  }

  @Test
  void aUnitWithMoreThanEightDecimalsIsMultipliedBeforeItIsRounded() {
    JsonNode phase = phase(priced(3_000, "{\"unit_amount_decimal\":\"0.123456789012\"}"));
    assertThat(phase.path("amount").asString()).isEqualTo("3.70370367");
    assertThat(phase.path("quantity").asString()).isEqualTo("1");
  }

  @Test
  void aSubscriptionThatIsOnlyMeteredSaysNothing() {
    StripeHistory history =
        StripeHistory.of(
            List.of(
                priced(1, "{\"recurring\":{\"interval\":\"month\",\"usage_type\":\"metered\"}}")),
            StripeEventFixture.LATEST);
    assertThat(history.entries()).isEmpty();
    assertThat(history.unread()).isEmpty();
  }

  @Test
  void aSubscriptionWithoutItemsIsSetAside() {
    assertThat(why(subscription("{\"items\":null}"))).contains("items.data is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'recurring':{'interval':'fortnight'}}|price.recurring.interval is 'fortnight'",
        "{'recurring':{'interval':'month','interval_count':5000000000}}|interval_count is"
            + " '5000000000'",
        "{'unit_amount':-500,'unit_amount_decimal':null}|unit_amount is -500",
        "{'unit_amount':1000000000000000000000000000000,'unit_amount_decimal':null}|more than any"
            + " amount",
        "{'currency':'u$d'}|currency is 'u$d'"
      })
  void aPriceAgainstTheRulesIsSetAsideWithItsPlace(String price, String why) {
    assertThat(why(priced(4, price.replace('\'', '"'))))
        .startsWith("customer.subscription.created evt_1: items.data[0].price.")
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource({"-1", "5000000000", "'\"many\"'"})
  void aQuantityAgainstTheRulesIsSetAside(String quantity) {
    assertThat(
            why(
                StripeEventFixture.event(
                    StripeEventFixture.SUBSCRIPTION.replace(
                        "\"quantity\": 4", "\"quantity\": " + quantity))))
        .contains("items.data[0].quantity is '");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'discount':{'coupon':{'percent_off':25.5,'duration':'forever'}}}|25.5|",
        "{'discounts':[{'coupon':{'percent_off':10,'duration':'once'}}]}|10|1",
        "{'discounts':[{'source':{'coupon':{'amount_off':1500,'currency':'usd','duration':'forever'}}}]}|25|",
        "{'discount':{'coupon':{'amount_off':2000,'currency':'usd','duration':'repeating','duration_in_months':3}}}|33.33333333|3",
        "{'discount':{'coupon':{'amount_off':999999,'currency':'usd','duration':'forever'}}}|100|",
        "{'discount':{'coupon':{'percent_off':50,'duration':'forever'}},'discounts':['di_1']}|50|",
        "{'discounts':[{'coupon':{'percent_off':50,'duration':'forever'}},{'coupon':{'amount_off':1500,'currency':'usd','duration':'forever'}}]}|75|"
      })
  void whatCouponsTakeOffIsAShareOfThePrice(String discount, String percent, Integer months) {
    JsonNode phase = phase(subscription(discount.replace('\'', '"')));
    assertThat(phase.path("discountPercent").asString()).isEqualTo(percent);
    assertThat(phase.path("discountMonths").isMissingNode()).isEqualTo(months == null);
    assertThat(phase.path("discountMonths").asInt(0)).isEqualTo(months == null ? 0 : months);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'discount':{'coupon':{'percent_off':250,'duration':'forever'}}}|at most 100",
        "{'discount':{'coupon':{'percent_off':10,'duration':'repeating','duration_in_months':-4}}}|duration_in_months"
            + " is '-4'",
        "{'discount':{'coupon':{'amount_off':500,'currency':'eur','duration':'forever'}}}|is EUR,"
            + " but the price is in USD",
        "{'discount':{'coupon':{'duration':'forever'}}}|neither percent_off nor amount_off",
        "{'discounts':['di_1']}|discounts[0] is only an id"
      })
  void aDiscountThatCannotBeReadIsSetAside(String discount, String why) {
    assertThat(why(subscription(discount.replace('\'', '"')))).contains(why);
  }

  private static JsonNode phase(StripeEvent event) {
    StripeHistory history = StripeHistory.of(List.of(event), StripeEventFixture.LATEST);
    assertThat(history.unread()).isEmpty();
    return StripeEventFixture.JSON.readTree(history.entries().getFirst().body());
  }

  private static String why(StripeEvent event) {
    StripeHistory history = StripeHistory.of(List.of(event), StripeEventFixture.LATEST);
    assertThat(history.entries()).isEmpty();
    return history.unread().orElseThrow().detail();
  }
}
