package io.holdfast.notification.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
   * speaks for the account while it is open: the usage alert, whichever came first, is muted by it.
   *
   * @param fresh id for the alert, should it be new
   */
  public AlertChange hear(Warning warning, UUID fresh, Instant now) {
    return of(warning.kind())
        .map(open -> open.hear(warning))
        .orElseGet(() -> open(new Alert(fresh, warning, AlertState.OPEN, now, null, null, null)));
  }

  private AlertChange.Opened open(Alert alert) {
    return switch (alert.kind()) {
      case VOLUNTARY ->
          new AlertChange.Opened(
              of(AlertKind.INVOLUNTARY).map(alert::mutedBy).orElse(alert), List.of());
      case INVOLUNTARY ->
          new AlertChange.Opened(
              alert, alerts.stream().map(other -> other.mutedBy(alert)).toList());
    };
  }
}
