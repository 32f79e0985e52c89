package io.holdfast.messaging.audit;

import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code platform.audit-recorded.v1}.
 *
 * @param at real time
 * @param client the program the actor used
 * @param action the route
 * @param count people whose data was seen
 * @param suppressed refusals of the same actor since the last one that was recorded
 */
record AuditRecordedMessage(
    Instant at,
    String service,
    String actor,
    List<String> roles,
    @Nullable String client,
    String action,
    String objectType,
    @Nullable String objectId,
    Outcome outcome,
    int status,
    @Nullable String code,
    List<AuditNotes.Field> changes,
    @Nullable Long count,
    @Nullable Long suppressed,
    @Nullable String traceId) {

  /** What came of it, as a word on the wire. */
  enum Outcome {
    changed,
    seen,
    refused
  }

  /** Who, by what they showed at the door. */
  record Actor(String subject, List<String> roles, @Nullable String client) {
    static Actor of(Principal principal) {
      return new Actor(
          principal.email().orElse(principal.subject()),
          principal.roles().stream().sorted().toList(),
          principal.client().orElse(null));
    }
  }
}
