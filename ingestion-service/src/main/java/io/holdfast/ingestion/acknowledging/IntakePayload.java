package io.holdfast.ingestion.acknowledging;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A payload as received, on its way to ingestion's own consumer.
 *
 * @param orderedBy payloads of one source and the same value here stay in order
 * @param body JSON
 */
public record IntakePayload(
    TenantId tenant,
    UUID sourceId,
    String orderedBy,
    String type,
    Instant receivedAt,
    byte[] body) {

  /** Type of events of the tracking API that came together, or of one as once was written. */
  public static final String CALL = "ingestion.call-received.v1";

  /** Type of what the door refused of a batch. */
  public static final String REFUSED = "ingestion.events-refused.v1";

  /** Type of one event of Stripe. */
  public static final String STRIPE = "ingestion.stripe-event-received.v1";

  /** Type of a signed delivery of facts. */
  public static final String FACTS = "ingestion.facts-received.v1";

  /** Type of a signed delivery that a mapping says the meaning of. */
  public static final String DELIVERY = "ingestion.delivery-received.v1";

  /** Type of one CloudEvent. */
  public static final String CLOUD_EVENT = "ingestion.cloud-event-received.v1";

  /** What its reader deals with. */
  public static final Set<String> TYPES =
      Set.of(CALL, REFUSED, STRIPE, FACTS, DELIVERY, CLOUD_EVENT);

  String key() {
    return tenant.value() + "|" + sourceId + "|" + orderedBy;
  }
}
