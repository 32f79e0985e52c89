package io.holdfast.scoring.announcing;

import io.holdfast.testing.Contracts;
import org.junit.jupiter.api.Test;

class SampleTests {

  @Test
  void theSamplesAreAsTheSchemasSay() {
    Contracts.check("scoring.health-scored.v1", Contracts.sample("scoring/health-scored.v1"));
    Contracts.check("scoring.band-changed.v1", Contracts.sample("scoring/band-changed.v1"));
    Contracts.check("scoring.stage-changed.v1", Contracts.sample("scoring/stage-changed.v1"));
    Contracts.check(
        "scoring.milestone-reached.v1", Contracts.sample("scoring/milestone-reached.v1"));
    Contracts.check("scoring.day-90-scored.v1", Contracts.sample("scoring/day-90-scored.v1"));
    Contracts.check(
        "scoring.fleet-gap-noticed.v1", Contracts.sample("scoring/fleet-gap-noticed.v1"));
    Contracts.check("scoring.fleet-gap-ended.v1", Contracts.sample("scoring/fleet-gap-ended.v1"));
  }
}
