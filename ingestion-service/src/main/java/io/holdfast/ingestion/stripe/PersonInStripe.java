package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.privacy.PersonRows;
import io.holdfast.ingestion.privacy.PersonalData;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Stripe's events as they came: invoices name whom they were sent to. */
@Configuration(proxyBeanMethods = false)
class PersonInStripe {
  private static final String ABOUT =
      PersonRows.holds("body") + " and ($1::text[], $3::text) is not null";

  /** What they say of money stays; what names a person in them goes. */
  private static final String NAMING =
      "\"(customer_email|customer_name|customer_phone|customer_address|customer_shipping"
          + "|receipt_email|description)\"\\s*:\\s*";

  private static final String TEXT_OF_POSTGRES = "\"(\\\\.|[^\"\\\\])*\"";

  /** Possessive, so that a long text needs no stack; PostgreSQL does not know that. */
  private static final Pattern NAMED = Pattern.compile(NAMING + "\"(?:\\\\.|[^\"\\\\])*+\"");

  static String withoutPeople(String body) {
    return NAMED.matcher(body).replaceAll("\"$1\":null");
  }

  @Bean
  PersonalData stripeEventsOfPerson(DatabaseClient database) {
    return new PersonRows(
        "stripe events",
        database,
        "select body from stripe_event where " + ABOUT + " limit $4",
        """
        update stripe_event
           set body = regexp_replace(body, '%s', '"\\1":null', 'g')
         where %s
        """
            .formatted(NAMING + TEXT_OF_POSTGRES, ABOUT));
  }
}
