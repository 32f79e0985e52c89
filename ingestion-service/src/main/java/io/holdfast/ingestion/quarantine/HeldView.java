package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.archive.Held;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.tenancy.Principal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that waits. */
record HeldView(
    UUID id,
    @Schema(
            allowableValues = {
              "unknown_account",
              "no_account",
              "future_timestamp",
              "implausible_time",
              "unreadable_object",
              "unmapped"
            })
        String reason,
    @Schema(description = "What is wrong and where, for what cannot be read")
        @Nullable String detail,
    @Schema(
            description =
                "What would let it in, best first: account:acme, external:stripe=cus_1, user:u1,"
                    + " anonymous:a1, subscription:s1; external:stripe= where Stripe named no"
                    + " customer; empty where only a replay does")
        List<String> awaits,
    @Schema(description = "A kind of import") String kind,
    @Schema(description = "What makes it the same thing the next time") String key,
    @Schema(description = "A source's id, import or api") String source,
    @Nullable String importId,
    Instant happenedAt,
    Instant receivedAt,
    Instant heldAt) {
  private static final String HIDDEN = "(needs personal:read)";

  static HeldView of(Held held, Principal principal) {
    return principal.maySeePersonalData() ? of(held) : of(held).withoutPersonalData();
  }

  /** Ids that somebody made of an address, and what quotes the body. */
  private HeldView withoutPersonalData() {
    return new HeldView(
        id,
        reason,
        detail == null ? null : HIDDEN,
        awaits.stream().map(HeldView::hidden).toList(),
        kind,
        hidden(key),
        source,
        importId,
        happenedAt,
        receivedAt,
        heldAt);
  }

  /** Whether somebody without the scope would see less of it. */
  boolean isPersonal() {
    return !equals(withoutPersonalData());
  }

  private static String hidden(String id) {
    return id.indexOf('@') < 0 ? id : HIDDEN;
  }

  private static HeldView of(Held held) {
    return new HeldView(
        held.id(),
        held.reason(),
        held.detail(),
        held.entry().accounts().stream().map(Reference::text).toList(),
        held.entry().kind().plural(),
        held.entry().key(),
        held.entry().source(),
        held.entry().knowledge().load(),
        held.entry().time(),
        held.entry().knowledge().receivedAt(),
        held.since());
  }
}
