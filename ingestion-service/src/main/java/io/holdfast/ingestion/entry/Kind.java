package io.holdfast.ingestion.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final Map<String, Kind> BY_PLURAL =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::plural, kind -> kind));

  private final String plural;
  private final String messageType;
  private final boolean happened;

  Kind(String plural, String message, boolean happened) {
    this.plural = plural;
    this.messageType = "ingestion." + message + ".v1";
    this.happened = happened;
  }

  /** The name in paths, imports and the quarantine. */
  public String plural() {
    return plural;
  }

  public String messageType() {
    return messageType;
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
    return Optional.ofNullable(BY_PLURAL.get(plural));
  }
}
