package io.holdfast.scoring.persistence;

import io.holdfast.scoring.model.ScoringModel;

/** The shipped models, for tests of the domain. */
public final class ModelFixture {

  private ModelFixture() {}

  public static ScoringModel enterprise() {
    return ShippedModels.read("enterprise-v1").model();
  }
}
