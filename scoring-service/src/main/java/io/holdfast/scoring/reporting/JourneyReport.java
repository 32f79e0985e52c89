package io.holdfast.scoring.reporting;

import io.holdfast.scoring.journey.Checked;
import io.holdfast.scoring.journey.ExpansionReadiness;
import io.holdfast.scoring.journey.Findings;
import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.journey.Segmented;
import io.holdfast.scoring.journey.Stage;
import io.holdfast.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is on its way, as of an instant.
 *
 * @param stage as it was decided; null while it was not
 */
public record JourneyReport(
    String account,
    Findings findings,
    Instant knownAt,
    ScoringModel model,
    @Nullable StageNow stage,
    List<Reached> reached,
    @Nullable BigDecimal day90,
    ExpansionReadiness expansion,
    Segmented segmented) {

  public JourneyReport {
    reached = List.copyOf(reached);
  }

  /**
   * @param indicators what leads to the stage's goal
   */
  public record StageNow(Stage stage, Instant since, String goal, List<Checked> indicators) {}

  /** What is on record of an account by an instant. */
  record OnRecord(@Nullable Stage stage, Instant since, JourneyState state) {}
}
