package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.FeatureBreadth;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Share of the core features that were used in the last days. */
final class FeatureBreadthReading {

  private FeatureBreadthReading() {}

  static Reading of(FeatureBreadth measure, Moment moment) {
    Map<String, Set<String>> features = moment.features().events();
    if (features.isEmpty()) {
      return new Missing("The tracking plan names no core feature");
    }
    if (moment.firstUse() == null || moment.firstUse().isAfter(moment.day())) {
      return new Missing("The account has not used the product yet");
    }
    List<Item> uses =
        features.entrySet().stream()
            .map(
                feature ->
                    new Item(
                        feature.getKey(),
                        null,
                        BigDecimal.valueOf(
                            moment.uses(feature.getValue(), moment.day(), measure.days()))))
            .toList();
    long used = uses.stream().filter(use -> use.value().signum() > 0).count();
    return Told.plain(
        Numbers.ratio(BigDecimal.valueOf(used), BigDecimal.valueOf(uses.size())),
        () ->
            "%d of %s used in %d days"
                .formatted(
                    used,
                    Numbers.counted(uses.size(), "core feature", "core features"),
                    measure.days()),
        () -> new Evidence(moment.day().minusDays(measure.days() - 1L), moment.day(), uses));
  }
}
