package io.holdfast.scoring.trying;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.rescoring.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Today's portfolio by another model beside the one in force.
 *
 * @param accounts how many are live; those of the most revenue were looked at
 */
public record Simulation(
    Instant at,
    ScoringModel inForce,
    ScoringModel model,
    @Nullable String currency,
    int accounts,
    List<Placed> placed) {

  public Simulation {
    placed = List.copyOf(placed);
  }

  /**
   * An account by both models.
   *
   * @param before as it stands
   * @param after as it would stand were the model published now
   * @param overridden a person's score holds whatever the model
   * @param computed the band that the model alone would give an overridden account
   */
  public record Placed(
      Profile profile,
      Band before,
      Band after,
      @Nullable BigDecimal scoreAfter,
      boolean overridden,
      Band computed) {

    public boolean moves() {
      return before != after;
    }

    BigDecimal arr() {
      return Objects.requireNonNullElse(profile.arr(), BigDecimal.ZERO);
    }
  }

  /** Accounts, and the annual revenue behind them. */
  public record Sum(int accounts, BigDecimal arr) {

    public static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

    Sum and(Placed one) {
      return new Sum(accounts + 1, arr.add(one.arr()));
    }
  }

  /** From one band to another. */
  public record Move(Band from, Band to) implements Comparable<Move> {

    private static final Comparator<Move> ORDER =
        Comparator.comparing(Move::from).thenComparing(Move::to);

    @Override
    public int compareTo(Move other) {
      return ORDER.compare(this, other);
    }
  }

  public SortedMap<Band, Sum> before() {
    return summed(placed.stream(), Placed::before);
  }

  public SortedMap<Band, Sum> after() {
    return summed(placed.stream(), Placed::after);
  }

  public SortedMap<Move, Sum> moves() {
    return summed(moving().stream(), one -> new Move(one.before(), one.after()));
  }

  /** Those of the most revenue first. */
  public List<Placed> moving() {
    return placed.stream().filter(Placed::moves).toList();
  }

  public List<Placed> overridden() {
    return placed.stream().filter(Placed::overridden).toList();
  }

  public BigDecimal revenueAtRiskBefore() {
    return atRisk(inForce, Placed::before);
  }

  public BigDecimal revenueAtRiskAfter() {
    return atRisk(model, Placed::after);
  }

  private BigDecimal atRisk(ScoringModel by, Function<Placed, Band> band) {
    return placed.stream()
        .map(one -> by.prior().of(band.apply(one)).multiply(one.arr()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <K extends Comparable<K>> SortedMap<K, Sum> summed(
      Stream<Placed> some, Function<Placed, K> by) {
    SortedMap<K, Sum> sums = new TreeMap<>();
    some.forEach(one -> sums.merge(by.apply(one), Sum.NOTHING.and(one), (sum, _) -> sum.and(one)));
    return sums;
  }
}
