package io.holdfast.notification.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the open alerts of two accounts that are one. A warning about the health of the
 * first closes: only the health of both together is judged from now on. What it has not paid is
 * unpaid still: an alert that the second has open warns of that, too, and otherwise the first's is
 * the second's and speaks for it.
 *
 * @param closed of the first
 * @param changed of the second
 */
public record Takeover(List<Alert> closed, List<Alert> changed) {

  public Takeover {
    closed = List.copyOf(closed);
    changed = List.copyOf(changed);
  }

  public static Takeover of(OpenAlerts first, OpenAlerts second, Instant now) {
    List<Alert> closed = new ArrayList<>();
    List<Alert> changed = new ArrayList<>();
    for (Alert alert : first.alerts()) {
      Optional<Alert> same = second.of(alert.kind());
      switch (alert.kind()) {
        case VOLUNTARY -> closed.add(alert.close(null, now).alert());
        case INVOLUNTARY -> {
          if (same.isPresent()) {
            closed.add(alert.close(null, now).alert());
            changed.add(same.get().joinedBy(alert));
          } else {
            second
                .of(AlertKind.VOLUNTARY)
                .map(usage -> usage.mutedBy(alert))
                .ifPresent(changed::add);
          }
        }
      }
    }
    return new Takeover(closed, changed);
  }
}
