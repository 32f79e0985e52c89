package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;
import java.util.List;

/** How customers go who want to: each reason leaves its own traces before the notice. */
final class Endings {

  static final List<String> REASONS =
      List.of("low_adoption", "low_adoption", "champion_left", "price", "competitor", "support");

  private Endings() {}

  static void decline(Script s, LocalDate from, LocalDate notice, String reason) {
    double left =
        switch (reason) {
          case "price" -> 0.55;
          case "competitor" -> 0.35;
          default -> 0.18;
        };
    s.pace = s.pace.moving(from, notice.plusDays(14), left);
    switch (reason) {
      case "champion_left" -> s.championLeavesOn = from;
      case "competitor" ->
          s.fact("competitor_sighting", from.plusDays(20), null, "Forecastly in a trial", null);
      case "support" -> {
        s.tickets = s.tickets.jumping(from, 6).jumping(notice, 0.3);
        s.gravity = s.gravity.jumping(from, 0.5);
      }
      default -> s.quietFrom = from.plusDays(14);
    }
  }
}
