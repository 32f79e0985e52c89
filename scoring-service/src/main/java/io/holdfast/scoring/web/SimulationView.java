package io.holdfast.scoring.web;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.trying.Simulation;
import io.holdfast.scoring.trying.Simulation.Placed;
import io.holdfast.scoring.trying.Simulation.Sum;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ScoringModelSimulation",
    description = "Today's portfolio by a model beside the one in force. Nothing is kept of it")
record SimulationView(
    Instant at,
    @Schema(description = "The model in force") String inForce,
    @Nullable String currency,
    @Schema(description = "Accounts that have not left") int accounts,
    @Schema(description = "Of these, looked at: at most 1000, those of the most annual revenue")
        int simulated,
    @Schema(description = "Every band, best first") List<BandView> bands,
    @Schema(description = "Probability of the band × ARR, each by its model's prior")
        String revenueAtRiskBefore,
    String revenueAtRiskAfter,
    @Schema(description = "Who would move band, together") List<MoveView> moves,
    @Schema(description = "How many would move band") int moving,
    @Schema(description = "The first 200 of them, those of the most annual revenue first")
        List<MovingView> movingAccounts,
    @Schema(description = "How many have an override, which holds whatever the model")
        int overridden,
    @Schema(description = "The first 200 of them") List<OverriddenView> overriddenAccounts) {

  private static final int MOST_LISTED = 200;

  @Schema(name = "SimulatedBand")
  record BandView(
      String band, int accountsBefore, String arrBefore, int accountsAfter, String arrAfter) {}

  @Schema(name = "SimulatedMove")
  record MoveView(String from, String to, int accounts, String arr) {}

  @Schema(name = "SimulatedAccount")
  record MovingView(
      String accountId,
      String name,
      @Nullable String arr,
      @Nullable BigDecimal scoreBefore,
      @Nullable BigDecimal scoreAfter,
      String from,
      String to) {}

  @Schema(name = "SimulatedOverride")
  record OverriddenView(
      String accountId,
      String name,
      @Nullable String arr,
      String band,
      @Schema(description = "The band the model alone would give it") String computedBand) {}

  static SimulationView of(Simulation found) {
    return new SimulationView(
        found.at(),
        found.inForce().id(),
        found.currency(),
        found.accounts(),
        found.placed().size(),
        bands(found),
        plain(found.revenueAtRiskBefore()),
        plain(found.revenueAtRiskAfter()),
        found.moves().entrySet().stream()
            .map(
                move ->
                    new MoveView(
                        move.getKey().from().key(),
                        move.getKey().to().key(),
                        move.getValue().accounts(),
                        plain(move.getValue().arr())))
            .toList(),
        found.moving().size(),
        found.moving().stream().limit(MOST_LISTED).map(SimulationView::moving).toList(),
        found.overridden().size(),
        found.overridden().stream().limit(MOST_LISTED).map(SimulationView::overridden).toList());
  }

  private static List<BandView> bands(Simulation found) {
    SortedMap<Band, Sum> before = found.before();
    SortedMap<Band, Sum> after = found.after();
    return Arrays.stream(Band.values())
        .map(
            band -> {
              Sum was = before.getOrDefault(band, Sum.NOTHING);
              Sum is = after.getOrDefault(band, Sum.NOTHING);
              return new BandView(
                  band.key(), was.accounts(), plain(was.arr()), is.accounts(), plain(is.arr()));
            })
        .toList();
  }

  private static MovingView moving(Placed one) {
    return new MovingView(
        one.profile().account(),
        one.profile().shownName(),
        arr(one),
        one.profile().standing().score(),
        one.scoreAfter(),
        one.before().key(),
        one.after().key());
  }

  private static OverriddenView overridden(Placed one) {
    return new OverriddenView(
        one.profile().account(),
        one.profile().shownName(),
        arr(one),
        one.after().key(),
        one.computed().key());
  }

  private static @Nullable String arr(Placed one) {
    BigDecimal arr = one.profile().arr();
    return arr == null ? null : plain(arr);
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
