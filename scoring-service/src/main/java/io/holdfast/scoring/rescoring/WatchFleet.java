package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Rebuilding;
import io.holdfast.scoring.band.FleetGuard;
import io.holdfast.scoring.picture.FleetDay;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.FleetGap.State;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.Fleet.Watched;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rules accounts are judged by, with the silence of the whole fleet looked at first: once when
 * a day of the tenant has ended, and now and then during a gap, since late use fills it. Nobody
 * looks while history is loaded or pictures are made anew, which would seem to have stopped where
 * the load has got to.
 */
public final class WatchFleet {

  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final Rulebook rulebook;
  private final Fleet fleet;
  private final Deferrals deferrals;
  private final Rebuilding rebuilding;
  private final FleetNotices notices;
  private final Clock clock;

  public WatchFleet(
      Rulebook rulebook,
      Fleet fleet,
      Deferrals deferrals,
      Rebuilding rebuilding,
      FleetNotices notices,
      Clock clock) {
    this.rulebook = rulebook;
    this.fleet = fleet;
    this.deferrals = deferrals;
    this.rebuilding = rebuilding;
    this.notices = notices;
    this.clock = clock;
  }

  /** The rules in force, before any account is locked to be judged by them. */
  Mono<Rules> rules(TenantId tenant) {
    Instant now = clock.instant();
    return rulebook
        .inForce(tenant, now)
        .flatMap(
            rules ->
                fleet
                    .watched(tenant)
                    .flatMap(
                        watched ->
                            isFresh(watched, rules.calendar(), now)
                                ? Mono.just(rules)
                                : lookUnlessLoading(tenant, rules, now)));
  }

  private Mono<Rules> lookUnlessLoading(TenantId tenant, Rules rules, Instant now) {
    return rebuilding
        .underWay(tenant)
        .flatMap(underWay -> underWay ? Mono.just(true) : deferrals.loading(tenant))
        .flatMap(loading -> loading ? Mono.just(rules) : look(tenant, now));
  }

  private Mono<Rules> look(TenantId tenant, Instant now) {
    return fleet
        .lock(tenant)
        .flatMap(
            watched ->
                rulebook
                    .inForce(tenant, now)
                    .flatMap(
                        rules ->
                            isFresh(watched, rules.calendar(), now)
                                ? Mono.just(rules)
                                : look(tenant, watched, rules, now)
                                    .then(rulebook.inForce(tenant, now))));
  }

  private static boolean isFresh(Watched watched, TenantCalendar calendar, Instant now) {
    return !watched.through().isBefore(yesterday(calendar, now))
        && (calendar.gap(now).isEmpty() || now.isBefore(watched.at().plus(AGAIN)));
  }

  private Mono<Void> look(TenantId tenant, Watched watched, Rules rules, Instant now) {
    TenantCalendar calendar = rules.calendar();
    FleetGuard guard = rules.model().bands().guard();
    LocalDate yesterday = yesterday(calendar, now);
    List<LocalDate> fresh = since(watched, guard, calendar.day(now)).toList();
    TreeSet<LocalDate> asked = new TreeSet<>(fresh);
    calendar.gap(now).ifPresent(gap -> asked.addAll(gap.days()));
    LocalDate through = watched.through().isAfter(yesterday) ? watched.through() : yesterday;
    return fleet
        .use(tenant, asked, calendar.zone())
        .collectMap(FleetDay::day)
        .flatMap(
            use -> {
              List<FleetGap> gaps = gaps(calendar, guard, fresh, use, now);
              return fleet
                  .keep(
                      tenant,
                      new Watched(through, now),
                      gaps.stream().map(gap -> told(gap, now)).toList())
                  .then(tell(tenant, gaps, calendar, now));
            });
  }

  /** The days that nobody looked at, as far as they could matter. */
  private static Stream<LocalDate> since(Watched watched, FleetGuard guard, LocalDate today) {
    int back = watched.through().equals(Watched.NEVER.through()) ? guard.days() : guard.longest();
    LocalDate earliest = today.minusDays(back);
    LocalDate next = watched.through().plusDays(1);
    LocalDate from = next.isBefore(earliest) ? earliest : next;
    return from.isBefore(today) ? from.datesUntil(today) : Stream.of();
  }

  /** The last gap known, as it is now, and those that came after it. */
  private static List<FleetGap> gaps(
      TenantCalendar calendar,
      FleetGuard guard,
      List<LocalDate> fresh,
      Map<LocalDate, FleetDay> use,
      Instant now) {
    List<FleetGap> gaps = new ArrayList<>();
    FleetGap last = calendar.gaps().isEmpty() ? null : calendar.gaps().getLast();
    for (LocalDate day : fresh) {
      FleetDay found = use.get(day);
      if (found == null || !guard.isGap(found.expected(), found.silent())) {
        continue;
      }
      if (last != null && goesOn(last, day, guard)) {
        FleetGap longer = last.with(found);
        last = longer.until(end(longer.days().getFirst(), day, calendar, guard));
      } else {
        if (last != null) {
          gaps.add(last);
        }
        Instant until = end(day, day, calendar, guard);
        last =
            new FleetGap(
                List.of(day),
                calendar.endOf(day),
                until,
                found.expected(),
                found.silent(),
                State.UNTOLD);
      }
    }
    if (last != null) {
      gaps.add(last);
    }
    return gaps.stream()
        .map(gap -> gap.holds(now) ? remaining(gap, calendar, guard, use, now) : gap)
        .toList();
  }

  private static boolean goesOn(FleetGap gap, LocalDate day, FleetGuard guard) {
    return gap.state() != State.FILLED
        && day.isBefore(gap.days().getLast().plusDays(guard.days()))
        && day.isAfter(gap.days().getFirst());
  }

  /** Days on which the use came after all are none of the gap's, and hold no longer. */
  private static FleetGap remaining(
      FleetGap gap,
      TenantCalendar calendar,
      FleetGuard guard,
      Map<LocalDate, FleetDay> use,
      Instant now) {
    @Nullable LocalDate last =
        gap.days().stream()
            .filter(
                day -> {
                  FleetDay found = use.get(day);
                  return found != null && guard.isGap(found.expected(), found.silent());
                })
            .reduce((_, later) -> later)
            .orElse(null);
    return last == null
        ? gap.until(now).in(State.FILLED)
        : gap.until(end(gap.days().getFirst(), last, calendar, guard));
  }

  private static Instant end(
      LocalDate first, LocalDate last, TenantCalendar calendar, FleetGuard guard) {
    LocalDate weighs = last.plusDays(guard.days());
    LocalDate longest = first.plusDays(guard.longest());
    return calendar.startOf(weighs.isBefore(longest) ? weighs : longest);
  }

  private static FleetGap told(FleetGap gap, Instant now) {
    return switch (gap.state()) {
      case UNTOLD -> gap.holds(now) ? gap.in(State.NOTICED) : gap;
      case NOTICED -> gap.holds(now) ? gap : gap.in(State.OVER);
      case OVER, FILLED -> gap;
    };
  }

  private Mono<Void> tell(
      TenantId tenant, List<FleetGap> gaps, TenantCalendar calendar, Instant now) {
    return Flux.fromIterable(gaps)
        .concatMap(
            gap -> {
              FleetGap told = told(gap, now);
              boolean filledNow = gap.state() == State.FILLED && gap.heldUntil().equals(now);
              if (filledNow || gap.state() == State.NOTICED && told.state() == State.OVER) {
                return notices.ended(tenant, told, calendar, now);
              }
              return gap.state() == State.UNTOLD && told.state() == State.NOTICED
                  ? notices.noticed(tenant, told, calendar, now)
                  : Mono.<Void>empty();
            })
        .then();
  }

  private static LocalDate yesterday(TenantCalendar calendar, Instant now) {
    return calendar.day(now).minusDays(1);
  }
}
