package io.holdfast.scoring.reporting;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.picture.Interaction;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.reporting.Transitions.Transition;
import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What happened with an account: tickets, invoices, meetings, outcomes, band changes. */
public final class TellTimeline {

  private final ReportHealth reports;
  private final Transitions transitions;

  public TellTimeline(ReportHealth reports, Transitions transitions) {
    this.reports = reports;
    this.transitions = transitions;
  }

  /** Oldest first. Empty for an account the tenant never had. */
  public Mono<List<Happening>> of(TenantId tenant, String account, Instant from, Instant to) {
    return reports
        .picture(tenant, account)
        .flatMap(
            picture ->
                transitions
                    .of(tenant, account, from, to)
                    .map(TellTimeline::happening)
                    .collectList()
                    .map(bands -> sorted(Stream.concat(bands.stream(), facts(picture, to)), from)));
  }

  private static List<Happening> sorted(Stream<Happening> happenings, Instant from) {
    return happenings
        .filter(one -> !one.at().isBefore(from))
        .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::title))
        .toList();
  }

  private static Happening happening(Transition transition) {
    return new Happening(transition.at(), "band_changed", title(transition));
  }

  private static String title(Transition transition) {
    BigDecimal score = transition.score();
    String whole = score == null ? "" : " " + score.setScale(0, RoundingMode.HALF_UP);
    String band = words(transition.to());
    String before = transition.from();
    return before == null || before.equals(Band.UNKNOWN.key())
        ? "Scored%s: %s".formatted(whole, band)
        : "Band changed from %s to %s%s"
            .formatted(words(before), band, whole.isEmpty() ? "" : ", score" + whole);
  }

  private static Stream<Happening> facts(KnownPicture picture, Instant to) {
    return Stream.of(
            tickets(picture, to),
            invoices(picture, to),
            picture.interactions(to).map(TellTimeline::happening),
            charges(picture, to),
            overrides(picture, to),
            outcomes(picture, to))
        .flatMap(happenings -> happenings);
  }

  private static Stream<Happening> overrides(KnownPicture picture, Instant to) {
    return picture
        .overrides()
        .map(Named::fact)
        .filter(override -> !override.from().isAfter(to))
        .map(
            override ->
                new Happening(
                    override.from(),
                    "override",
                    "Score overridden to %s: %s".formatted(override.score(), override.reason())));
  }

  private static Stream<Happening> tickets(KnownPicture picture, Instant to) {
    return picture
        .tickets(to)
        .map(
            ticket ->
                new Happening(
                    ticket.fact().openedAt(),
                    "ticket",
                    "Ticket %s opened%s".formatted(ticket.key(), in(ticket.fact().severity()))));
  }

  private static String in(@Nullable String severity) {
    return severity == null ? "" : ", severity " + severity;
  }

  private static Stream<Happening> invoices(KnownPicture picture, Instant to) {
    return picture
        .invoices(to)
        .flatMap(
            invoice -> {
              Happening issued =
                  new Happening(
                      start(picture, invoice.fact().issuedOn()),
                      "invoice",
                      "Invoice %s issued%s".formatted(invoice.key(), due(invoice.fact().dueOn())));
              LocalDate paidOn = invoice.fact().paidOn();
              return paidOn == null || start(picture, paidOn).isAfter(to)
                  ? Stream.of(issued)
                  : Stream.of(
                      issued,
                      new Happening(
                          start(picture, paidOn),
                          "invoice",
                          "Invoice %s paid".formatted(invoice.key())));
            });
  }

  private static String due(@Nullable LocalDate due) {
    return due == null ? "" : ", due " + due;
  }

  private static Happening happening(Interaction interaction) {
    String kind = words(interaction.kind());
    String title = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    String label = interaction.label();
    return new Happening(
        interaction.happenedAt(),
        interaction.kind(),
        label == null || label.equals("other") ? title : title + ": " + words(label));
  }

  private static Stream<Happening> charges(KnownPicture picture, Instant to) {
    return picture
        .charges(to)
        .map(
            charge ->
                new Happening(
                    charge.fact().happenedAt(),
                    charge.fact().failed() ? "charge_failed" : "payment_recovered",
                    (charge.fact().failed() ? "Charge failed" : "Payment recovered")
                        + (charge.fact().invoice() == null
                            ? ""
                            : " for invoice " + charge.fact().invoice())));
  }

  private static Stream<Happening> outcomes(KnownPicture picture, Instant to) {
    return picture
        .outcomes(picture.calendar().day(to))
        .map(
            outcome ->
                new Happening(
                    start(picture, outcome.happenedOn()),
                    outcome.churned() ? "churn" : "renewal",
                    outcome.churned() ? "Churned" : "Renewed"));
  }

  private static Instant start(KnownPicture picture, LocalDate day) {
    return picture.calendar().startOf(day);
  }

  private static String words(String key) {
    return key.replace('_', ' ');
  }
}
