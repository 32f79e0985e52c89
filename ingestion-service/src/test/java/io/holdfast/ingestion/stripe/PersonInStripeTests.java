package io.holdfast.ingestion.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonInStripeTests {

  @Test
  void namesOfPeopleGoAndMoneyStays() {
    String body =
        """
        {"customer":"cus_1","customer_email" : "fay@acme.example","customer_name":"Fay \\"F\\" Day",
         "description":"","amount_due":1200,"lines":{"data":[{"description":"Seats of Fay"}]}}
        """;

    assertThat(PersonInStripe.withoutPeople(body))
        .isEqualTo(
            """
            {"customer":"cus_1","customer_email":null,"customer_name":null,
             "description":null,"amount_due":1200,"lines":{"data":[{"description":null}]}}
            """);
  }

  @Test
  void aLongTextIsReadToItsEnd() {
    String body = "{\"description\":\"" + "\\\"x".repeat(100_000) + "\",\"amount\":1}";

    assertThat(PersonInStripe.withoutPeople(body)).isEqualTo("{\"description\":null,\"amount\":1}");
  }
}
