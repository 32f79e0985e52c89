package io.holdfast.scoring.value;

import static java.util.Comparator.comparing;

import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.signal.CoreFeatures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was used in a period, beside the period before.
 *
 * @param product any event
 * @param days on which there was use
 * @param features the core features, most people first
 * @param modules of the tracking plan, most people first
 */
public record UsageSummary(
    Used product, int days, int daysBefore, List<Used> features, List<Used> modules) {

  static UsageSummary of(
      KnownPicture picture, CoreFeatures features, Modules modules, Period period, Instant until) {
    TenantCalendar calendar = picture.calendar();
    List<Use> uses = picture.uses(calendar.startOf(period.before().from()), until).toList();
    Set<String> all = uses.stream().map(Use::event).collect(Collectors.toSet());
    return new UsageSummary(
        Used.of("product", uses, all, period, calendar),
        Used.days(uses, period, calendar),
        Used.days(uses, period.before(), calendar),
        each(features.events(), uses, period, calendar),
        each(modules.events(), uses, period, calendar));
  }

  private static List<Used> each(
      Map<String, Set<String>> parts, List<Use> uses, Period period, TenantCalendar calendar) {
    return parts.entrySet().stream()
        .map(part -> Used.of(part.getKey(), uses, part.getValue(), period, calendar))
        .sorted(
            comparing(Used::people).thenComparing(Used::uses).reversed().thenComparing(Used::name))
        .toList();
  }
}
