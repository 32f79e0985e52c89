package io.holdfast.local.demo.larkfield;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tickets of a customer: few in good times, serious ones in bad. */
final class Support {

  private Support() {}

  static List<Ticket> of(Script script) {
    var tickets = new ArrayList<Ticket>();
    Draw draw = script.draw("tickets");
    int number = 1;
    for (LocalDate day = script.firstDay(); day.isBefore(script.today); day = day.plusDays(1)) {
      boolean opens = draw.happens(script.tickets.at(day) / 30 * rhythm(day));
      boolean talks = script.quietFrom == null || day.isBefore(script.quietFrom);
      if (opens && script.isCustomer(day) && talks) {
        tickets.add(ticket(script, draw, day, number++));
      }
    }
    return tickets;
  }

  private static double rhythm(LocalDate day) {
    return day.getDayOfWeek().getValue() > 5 ? 0.15 : 1.34;
  }

  private static Ticket ticket(Script script, Draw draw, LocalDate day, int number) {
    double gravity = script.gravity.at(day);
    String severity =
        draw.happens(gravity)
            ? draw.oneOf(List.of("high", "urgent"), List.of(0.75, 0.25))
            : draw.oneOf(List.of("low", "normal"), List.of(0.4, 0.6));
    Instant opened =
        day.atTime(script.firm.morning(), 0)
            .toInstant(ZoneOffset.UTC)
            .plus(Duration.ofMinutes(draw.between(0, 8 * 60)));
    boolean stuck = gravity > 0.3 && draw.happens(0.6);
    Duration work = Duration.ofMinutes(Math.round(60 * hours(draw, severity) * (stuck ? 9 : 1)));
    Instant closed = opened.plus(work);
    Instant now = script.today.atStartOfDay().toInstant(ZoneOffset.UTC);
    @Nullable Instant known = closed.isBefore(now) ? closed : null;
    Integer csat = known != null && draw.happens(0.45) ? score(draw, gravity) : null;
    String id = "tkt-%s-%d".formatted(script.firm.id(), number);
    return new Ticket(id, script.firm.id(), opened, known, severity, csat);
  }

  private static double hours(Draw draw, String severity) {
    return switch (severity) {
      case "urgent" -> draw.between(2.0, 20.0);
      case "high" -> draw.between(4.0, 48.0);
      case "normal" -> draw.between(8.0, 90.0);
      default -> draw.between(20.0, 160.0);
    };
  }

  private static int score(Draw draw, double gravity) {
    return Math.clamp(Math.round(draw.around(4.6 - 2.5 * gravity, 0.7)), 1, 5);
  }
}
