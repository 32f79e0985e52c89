package io.holdfast.scoring.persistence;

import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.publishing.ModelDocuments;

/** The shipped models, for tests of the domain. */
public final class ModelFixture {

  private ModelFixture() {}

  /** The model of {@link #enterprise} as JSON. */
  public static String enterpriseDocument() {
    return ShippedModels.read("enterprise-v1").json();
  }

  public static ModelDocuments documents() {
    return new JsonModelDocuments();
  }

  public static ScoringModel enterprise() {
    return ShippedModels.read("enterprise-v1").model();
  }
}
