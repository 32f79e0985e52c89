package io.holdfast.notification.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open alerts of one account: one of each kind at most. */
public record OpenAlerts(List<Alert> alerts) {

  public OpenAlerts {
    alerts = List.copyOf(alerts);
    if (alerts.stream().map(Alert::kind).distinct().count() != alerts.size()
        || !alerts.stream().allMatch(Alert::isOpen)) {
      throw new IllegalArgumentException("An account has one open alert of each kind at most");
    }
  }

  public Optional<Alert> of(AlertKind kind) {
    return alerts.stream().filter(alert -> alert.kind() == kind).findFirst();
  }

  /**
   * Hears a warning: it opens an alert, makes the open one worse, or repeats it. A payment alert
   * speaks for the account while it is open: a usage alert opened meanwhile is muted by it.
   *
   * @param fresh id for the alert, should it be new
   */
  public AlertChange hear(Warning warning, UUID fresh, Instant now) {
    return of(warning.kind())
        .map(open -> again(open, warning))
        .orElseGet(
            () ->
                new AlertChange.Opened(
                    new Alert(fresh, warning, AlertState.OPEN, now, muteFor(warning), null, null)));
  }

  private static AlertChange again(Alert open, Warning warning) {
    Severity before = open.warning().severity();
    if (warning.severity().exceeds(before)) {
      return new AlertChange.Worsened(open.saying(warning, warning.severity()), before);
    }
    return new AlertChange.Repeated(open.saying(warning, before));
  }

  private @Nullable UUID muteFor(Warning warning) {
    if (warning.kind() == AlertKind.INVOLUNTARY) {
      return null;
    }
    return of(AlertKind.INVOLUNTARY).map(Alert::id).orElse(null);
  }
}
