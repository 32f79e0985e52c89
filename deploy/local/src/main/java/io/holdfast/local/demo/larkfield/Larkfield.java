package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The demo company as of a day: about 250 customers and the eighteen months before. The same day
 * and seed give the same bytes.
 */
public final class Larkfield {

  /** The company everybody sees who starts the platform. */
  public static final long SEED = 20_260_407L;

  private final LocalDate today;
  private final List<Life> lives;
  private final long seed;

  private Larkfield(LocalDate today, long seed) {
    this.today = today;
    this.seed = seed;
    this.lives = Cast.of(today, seed).stream().map(Life::of).toList();
  }

  public static Larkfield on(LocalDate today) {
    return on(today, SEED);
  }

  public static Larkfield on(LocalDate today, long seed) {
    return new Larkfield(today, seed);
  }

  /** What happens in it that is worth telling, oldest first. */
  public List<Story> stories() {
    return lives.stream()
        .flatMap(life -> life.script().stories.stream())
        .sorted(java.util.Comparator.comparing(Story::on).thenComparing(Story::account))
        .toList();
  }

  /** Who looks after its customers, and their payments. */
  public List<Colleague> colleagues() {
    return Stream.concat(Colleague.SUCCESS_MANAGERS.stream(), Stream.of(Colleague.BILLING))
        .toList();
  }

  /** The days on which nobody can be expected to work, first to last. */
  public List<LocalDate> holidays() {
    return Script.windowStart(today).datesUntil(today.plusYears(1)).filter(Usage::holiday).toList();
  }

  /** All files, in an order in which each refers only to what came before it. */
  public List<ImportFile> files() {
    return List.of(
        ImportFile.of(
            "accounts",
            "account_id,name,industry,country,employees,owner_email,parent_account_id,created_at,"
                + "external_ids,plan",
            () -> lives.stream().map(Life::customer)),
        ImportFile.of(
            "contacts",
            "contact_id,account_id,name,email,role,title,department,active,left_on",
            each(Life::people)),
        ImportFile.of("rates", "date,base,quote,rate", () -> rates().stream()),
        ImportFile.of(
            "subscriptions",
            "subscription_id,account_id,starts_on,amount,currency,interval,ends_on,quantity,plan,"
                + "seats,status,auto_renew,renews_on,notice_days,discount_percent,discount_months,"
                + "recorded_at",
            each(Life::phases)),
        ImportFile.of(
            "invoices",
            "invoice_id,account_id,issued_on,amount,currency,due_on,paid_on,status",
            each(Life::invoices)),
        ImportFile.of(
            "tickets",
            "ticket_id,account_id,opened_at,closed_at,severity,csat",
            each(Life::tickets)),
        ImportFile.of(
            "surveys",
            "response_id,account_id,kind,score,answered_at,contact_id",
            each(Life::answers)),
        ImportFile.of(
            "meetings", "meeting_id,account_id,held_at,kind,attendees", each(Life::meetings)),
        ImportFile.of("outcomes", "account_id,kind,happened_on,reason", each(Life::outcomes)),
        ImportFile.of(
            "facts",
            "fact_id,account_id,type,happened_at,contact_id,value,unit,text,due_on",
            each(Life::facts)),
        ImportFile.of(
            "usage",
            "event_id,account_id,event,occurred_at,user_id,count",
            () -> lives.stream().flatMap(Life::usage)));
  }

  List<Life> lives() {
    return lives;
  }

  /** Dollars for a euro and a pound on the first of each month, wandering a little. */
  List<Rate> rates() {
    Draw draw = Draw.of(seed, "rates");
    var rates = new ArrayList<Rate>();
    double euro = 1.09;
    double pound = 1.27;
    LocalDate first = Script.windowStart(today).minusDays(1300).withDayOfMonth(1);
    for (LocalDate month = first; !month.isAfter(today); month = month.plusMonths(1)) {
      euro += (1.10 - euro) * 0.2 + draw.around(0, 0.012);
      pound += (1.28 - pound) * 0.2 + draw.around(0, 0.012);
      rates.add(new Rate(month, "EUR", "USD", fourDigits(euro)));
      rates.add(new Rate(month, "GBP", "USD", fourDigits(pound)));
    }
    return rates;
  }

  private static BigDecimal fourDigits(double rate) {
    return BigDecimal.valueOf(Math.round(rate * 10_000), 4);
  }

  private java.util.function.Supplier<Stream<? extends Row>> each(
      Function<Life, Collection<? extends Row>> part) {
    return () -> lives.stream().flatMap(life -> part.apply(life).stream());
  }
}
