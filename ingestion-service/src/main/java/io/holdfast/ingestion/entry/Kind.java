package io.holdfast.ingestion.entry;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of things that enter, and the message each becomes. */
public enum Kind {
  ACCOUNT("accounts", "account-recorded", false),
  CONTACT("contacts", "contact-recorded", false),
  SUBSCRIPTION("subscriptions", "subscription-phase-recorded", false),
  INVOICE("invoices", "invoice-recorded", false),
  TICKET("tickets", "ticket-recorded", true),
  USAGE("usage", "usage-recorded", true),
  SURVEY("surveys", "survey-answered", true),
  MEETING("meetings", "meeting-held", true),
  OUTCOME("outcomes", "outcome-recorded", true),
  FACT("facts", "fact-recorded", true),
  RATE("rates", "exchange-rate-recorded", false);

  private final String plural;
  private final String message;
  private final boolean happened;

  Kind(String plural, String message, boolean happened) {
    this.plural = plural;
    this.message = message;
    this.happened = happened;
  }

  /** The name in paths, imports and the quarantine. */
  public String plural() {
    return plural;
  }

  public String messageType() {
    return "ingestion." + message + ".v1";
  }

  public String topic() {
    return this == USAGE ? "holdfast.usage" : "holdfast.facts";
  }

  /**
   * Whether its time cannot lie ahead. A contract may begin next month; a ticket cannot have been
   * opened then.
   */
  public boolean happened() {
    return happened;
  }

  public static Optional<Kind> named(String plural) {
    return Arrays.stream(values()).filter(kind -> kind.plural.equals(plural)).findFirst();
  }
}
