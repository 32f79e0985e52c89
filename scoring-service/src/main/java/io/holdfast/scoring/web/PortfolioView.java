package io.holdfast.scoring.web;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.reporting.SurveyPortfolio.BandShare;
import io.holdfast.scoring.reporting.SurveyPortfolio.Move;
import io.holdfast.scoring.reporting.SurveyPortfolio.Portfolio;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

@Schema(name = "Portfolio", description = "All accounts that have not left")
record PortfolioView(
    Instant at,
    @Nullable String currency,
    long accounts,
    String mrr,
    String revenueAtRisk,
    List<BandView> bands,
    MovedView moved,
    List<PointView> points,
    @Nullable FleetGapView fleetGap) {

  @Schema(
      name = "FleetGap",
      description =
          "Most accounts are silent together, so that no band gets worse for that; else null")
  record FleetGapView(
      LocalDate from,
      LocalDate through,
      int expected,
      int silent,
      LocalDate heldUntil,
      String sentence) {

    static FleetGapView of(FleetGap gap, TenantCalendar calendar) {
      return new FleetGapView(
          gap.days().getFirst(),
          gap.days().getLast(),
          gap.expected(),
          gap.silent(),
          calendar.day(gap.heldUntil()),
          gap.sentence());
    }
  }

  @Schema(name = "PortfolioBand")
  record BandView(String band, long accounts, String mrr, String revenueAtRisk) {}

  @Schema(name = "PortfolioMoved", description = "Bands now against those of a week ago")
  record MovedView(
      Instant from, Instant to, long worse, long better, List<TransitionView> transitions) {}

  @Schema(name = "PortfolioTransition")
  record TransitionView(String from, String to, long accounts, String mrr) {}

  @Schema(name = "PortfolioPoint")
  record PointView(
      String accountId, String name, String mrr, BigDecimal probability, String band) {}

  static PortfolioView of(Portfolio portfolio, @Nullable FleetGapView fleetGap, Instant at) {
    List<BandShare> bands = portfolio.bands();
    return new PortfolioView(
        at,
        portfolio.currency(),
        bands.stream().mapToLong(BandShare::accounts).sum(),
        total(bands, BandShare::mrr),
        total(bands, BandShare::revenueAtRisk),
        Arrays.stream(Band.values()).map(band -> band(bands, band)).toList(),
        moved(portfolio.moves(), at),
        portfolio.points().stream()
            .map(
                point ->
                    new PointView(
                        point.accountId(),
                        point.name(),
                        plain(point.mrr()),
                        point.probability(),
                        point.band()))
            .toList(),
        fleetGap);
  }

  private static BandView band(List<BandShare> shares, Band band) {
    return shares.stream()
        .filter(share -> share.band().equals(band.key()))
        .findFirst()
        .map(
            share ->
                new BandView(
                    share.band(),
                    share.accounts(),
                    plain(share.mrr()),
                    plain(share.revenueAtRisk())))
        .orElseGet(() -> new BandView(band.key(), 0, "0", "0"));
  }

  private static MovedView moved(List<Move> moves, Instant at) {
    Predicate<Move> worse = move -> Band.of(move.to()).isWorseThan(Band.of(move.from()));
    Predicate<Move> better = move -> Band.of(move.from()).isWorseThan(Band.of(move.to()));
    return new MovedView(
        at.minus(Duration.ofDays(7)),
        at,
        moves.stream().filter(worse).mapToLong(Move::accounts).sum(),
        moves.stream().filter(better).mapToLong(Move::accounts).sum(),
        moves.stream()
            .map(
                move ->
                    new TransitionView(move.from(), move.to(), move.accounts(), plain(move.mrr())))
            .toList());
  }

  private static String total(List<BandShare> shares, Function<BandShare, BigDecimal> amount) {
    return plain(shares.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
