package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is a customer of Larkfield, and which plot is whose. */
final class Cast {

  /** How many customers live each plot. */
  private static final Map<Plot, Integer> PARTS = new EnumMap<>(Plot.class);

  static {
    PARTS.put(Plot.STEADY, 40);
    PARTS.put(Plot.GROWS, 35);
    PARTS.put(Plot.HALF_EMPTY, 24);
    PARTS.put(Plot.DRIFTS, 19);
    PARTS.put(Plot.SLIDES, 17);
    PARTS.put(Plot.LOSES_ITS_CHAMPION, 14);
    PARTS.put(Plot.FALLS_SILENT, 12);
    PARTS.put(Plot.SUFFERS, 13);
    PARTS.put(Plot.PAYS_LATE, 7);
    PARTS.put(Plot.CARD_FAILS, 3);
    PARTS.put(Plot.CARD_RECOVERS, 6);
    PARTS.put(Plot.LEAVES, 30);
    PARTS.put(Plot.CARD_LAPSES, 13);
    PARTS.put(Plot.NEVER_FITS, 5);
    PARTS.put(Plot.COMES_BACK, 3);
    PARTS.put(Plot.SHRINKS, 13);
    PARTS.put(Plot.RENEWS_GLADLY, 5);
    PARTS.put(Plot.LAPSES, 2);
    PARTS.put(Plot.BEGINS, 10);
    PARTS.put(Plot.SIGNS, 4);
  }

  /** The well-known: name, plot, industry, country, people. */
  private record Star(String name, Plot plot, String industry, String country, int people) {}

  private static final List<Star> STARS =
      List.of(
          new Star("Northwind Logistics", Plot.SLIDES, "Logistics", "US", 41),
          new Star("Cobalt Mobility", Plot.HALF_EMPTY, "Automotive", "US", 24),
          new Star("Vantor Energy", Plot.LOSES_ITS_CHAMPION, "Energy", "US", 30),
          new Star("Marlow Insurance", Plot.LOSES_ITS_CHAMPION, "Insurance", "GB", 18),
          new Star("Peregrine Retail", Plot.DRIFTS, "Retail", "US", 26),
          new Star("Fjordline Ferries", Plot.FALLS_SILENT, "Transport", "NO", 14),
          new Star("Tessellate Foods", Plot.SUFFERS, "Food", "US", 22),
          new Star("Aldgate Legal", Plot.PAYS_LATE, "Legal", "GB", 12),
          new Star("Ardent Freight", Plot.CARD_FAILS, "Logistics", "CA", 11),
          new Star("Sable & Finch", Plot.CARD_RECOVERS, "Retail", "US", 15),
          new Star("Isola Travel", Plot.LEAVES, "Travel", "IT", 13),
          new Star("Calder Robotics", Plot.CARD_LAPSES, "Manufacturing", "US", 9),
          new Star("Quillon Health", Plot.SIGNS, "Healthcare", "US", 10),
          new Star("Puddle Lane Cafés", Plot.NEVER_FITS, "Hospitality", "US", 4),
          new Star("Rook Analytics", Plot.COMES_BACK, "Software", "US", 12),
          new Star("Halden Marine", Plot.SHRINKS, "Manufacturing", "NO", 36),
          new Star("Brück & Söhne", Plot.SHRINKS, "Manufacturing", "DE", 28),
          new Star("Bellweather Media", Plot.GROWS, "Media", "US", 38),
          new Star("Kestrel Aerospace", Plot.GROWS, "Aerospace", "US", 46),
          new Star("Juniper Civil", Plot.RENEWS_GLADLY, "Construction", "US", 33),
          new Star("Orrin Pharma", Plot.LAPSES, "Healthcare", "US", 20),
          new Star("Ostermann Group", Plot.STEADY, "Manufacturing", "DE", 40),
          new Star("Ostermann Logistik", Plot.STEADY, "Logistics", "DE", 14),
          new Star("Ostermann Service", Plot.DRIFTS, "Manufacturing", "AT", 9));

  private static final List<String> INDUSTRIES =
      List.of("Manufacturing", "Logistics", "Retail", "Food", "Energy", "Healthcare", "Software");
  private static final List<String> COUNTRIES =
      List.of("US", "CA", "GB", "DE", "NL", "FR", "AU", "SE");
  private static final List<Double> COUNTRY_WEIGHTS =
      List.of(0.52, 0.08, 0.11, 0.09, 0.05, 0.05, 0.06, 0.04);

  private final LocalDate today;
  private final long seed;
  private final Draw draw;
  private final List<Script> scripts = new ArrayList<>();

  private Cast(LocalDate today, long seed) {
    this.today = today;
    this.seed = seed;
    this.draw = Draw.of(seed, "cast");
  }

  static List<Script> of(LocalDate today, long seed) {
    return new Cast(today, seed).assembled();
  }

  private List<Script> assembled() {
    Iterator<String> names = Names.firms(draw).iterator();
    PARTS.forEach(
        (plot, parts) -> {
          var stars = STARS.stream().filter(star -> star.plot == plot).toList();
          for (int i = 0; i < parts; i++) {
            // The first of the named ones has its story in the middle of the range.
            int slot = (i + parts / 2) % parts;
            add(plot, i < stars.size() ? stars.get(i) : unknown(plot, names.next()), slot, parts);
          }
        });
    return scripts;
  }

  private Star unknown(Plot plot, String name) {
    int people = Math.clamp(Math.round(Math.exp(draw.around(2.06, 0.62))), 3, 44);
    String country = draw.oneOf(COUNTRIES, COUNTRY_WEIGHTS);
    return plot == Plot.NEVER_FITS
        ? new Star(name, plot, "Hospitality", country, Math.min(people, 5))
        : new Star(name, plot, draw.oneOf(INDUSTRIES), country, people);
  }

  private void add(Plot plot, Star star, int slot, int parts) {
    var managers = Colleague.SUCCESS_MANAGERS;
    String owner = managers.get(scripts.size() % managers.size()).email();
    int employees = star.people * draw.between(12, 60);
    @Nullable String parent =
        star.name.startsWith("Ostermann ") && !star.name.endsWith("Group")
            ? "ostermann-group"
            : null;
    var firm =
        new Firm(
            Firm.idOf(star.name), star.name, star.industry, star.country, employees, owner, parent);
    var script = new Script(firm, today, seed, dayZero(plot), deal(plot, star), star.people);
    script.trial = draw.happens(0.2);
    script.discountMonths = draw.happens(0.1) ? 6 : 0;
    plot.unfold(script, plot.day(today, slot, parts));
    scripts.add(script);
  }

  /** Three in five were customers before the data begins. */
  private LocalDate dayZero(Plot plot) {
    LocalDate window = Script.windowStart(today);
    boolean old = plot != Plot.STEADY && plot != Plot.GROWS || draw.happens(0.55);
    return old
        ? draw.between(window.minusDays(1200), window.minusDays(45))
        : draw.between(window.plusDays(10), today.minusDays(110));
  }

  private Deal deal(Plot plot, Star star) {
    boolean byCard =
        switch (plot) {
          case CARD_FAILS, CARD_RECOVERS, CARD_LAPSES, NEVER_FITS -> true;
          case PAYS_LATE, SHRINKS, LAPSES, RENEWS_GLADLY -> false;
          default -> star.people < 12 && draw.happens(0.6);
        };
    Deal.Interval interval =
        byCard
            ? Deal.Interval.MONTH
            : draw.oneOf(List.of(Deal.Interval.QUARTER, Deal.Interval.YEAR), List.of(0.35, 0.65));
    int tier = star.people < 7 ? 0 : star.people < 20 ? 1 : 2;
    String currency =
        byCard || !draw.happens(0.45)
            ? "USD"
            : switch (star.country) {
              case "GB" -> "GBP";
              case "DE", "NL", "FR", "IT", "AT" -> "EUR";
              default -> "USD";
            };
    String plan = List.of("Team", "Business", "Enterprise").get(tier);
    var price = BigDecimal.valueOf(List.of(120, 180, 240).get(tier) + 5L * draw.between(-4, 6));
    return new Deal(plan, price, currency, interval, byCard);
  }
}
