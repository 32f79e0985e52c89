package io.holdfast.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.model.Curve.Point;
import io.holdfast.scoring.model.Curve.Shape;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTests {

  private static final List<Point> POINTS = List.of(point(1, 20), point(3, 60), point(5, 100));

  @Test
  void aStepHoldsUntilTheNextPointAndBeginsOnIt() {
    Curve steps = new Curve(POINTS, Shape.STEP);

    assertThat(List.of("0", "1", "2.99", "3", "4.5", "5", "9"))
        .map(x -> steps.at(new BigDecimal(x)))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            amount(20), amount(20), amount(20), amount(60), amount(60), amount(100), amount(100));
  }

  @Test
  void aLineLiesBetweenTwoPointsAndIsLevelOutsideOfThem() {
    Curve line = new Curve(POINTS, Shape.LINEAR);

    assertThat(List.of("0", "1", "2", "3", "4", "5", "9"))
        .map(x -> line.at(new BigDecimal(x)))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            amount(20), amount(20), amount(40), amount(60), amount(80), amount(100), amount(100));
  }

  @Test
  void aCurveOfEitherShapeNeverTurnsBack() {
    qt().forAll(integers().between(-100, 700), integers().between(0, 300))
        .checkAssert(
            (hundredths, further) -> {
              for (Shape shape : Shape.values()) {
                Curve curve = new Curve(POINTS, shape);
                BigDecimal x = BigDecimal.valueOf(hundredths, 2);

                assertThat(curve.at(x.add(BigDecimal.valueOf(further, 2))))
                    .isGreaterThanOrEqualTo(curve.at(x));
              }
            });
  }

  private static Point point(int x, int y) {
    return new Point(amount(x), amount(y));
  }

  private static BigDecimal amount(int number) {
    return BigDecimal.valueOf(number);
  }
}
