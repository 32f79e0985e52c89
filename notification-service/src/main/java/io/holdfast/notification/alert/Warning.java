package io.holdfast.notification.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a play has to say about an account, before it is known whether that is new.
 *
 * @param accountId the tenant's own id of the account
 * @param play key of the play that raises it
 * @param title the specific fact in one line, without the account's name
 * @param band where the account stands, for a warning about its health
 * @param score health score shown, 0–100
 * @param since when it became true, business time
 * @param learntFromHistory true when loaded or late data brought it up: it is then told in a digest
 */
public record Warning(
    String accountId,
    AlertKind kind,
    String play,
    Severity severity,
    String title,
    List<Reason> reasons,
    @Nullable Band band,
    @Nullable Band previousBand,
    @Nullable BigDecimal score,
    Instant since,
    boolean learntFromHistory) {

  public Warning {
    if (accountId.isBlank() || play.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("A warning names its account, its play and what happened");
    }
    reasons = List.copyOf(reasons);
  }
}
