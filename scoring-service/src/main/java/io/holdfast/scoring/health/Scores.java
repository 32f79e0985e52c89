package io.holdfast.scoring.health;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score with those of every axis and signal, in the order of the model; null without data, the
 * score also while too little is known.
 */
public record Scores(
    @Nullable BigDecimal score,
    List<@Nullable BigDecimal> axes,
    List<@Nullable BigDecimal> signals) {

  public Scores {
    axes = Collections.unmodifiableList(new ArrayList<>(axes));
    signals = Collections.unmodifiableList(new ArrayList<>(signals));
  }
}
