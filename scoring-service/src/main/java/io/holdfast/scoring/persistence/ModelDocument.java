package io.holdfast.scoring.persistence;

import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.publishing.ModelDocuments.Fault;
import java.util.ArrayList;
import java.util.List;

/** A scoring model and the JSON it is kept and published as. */
record ModelDocument(String json, ScoringModel model) {

  /** Of a document that is known to be sound. */
  static ModelDocument parse(String json) {
    List<Fault> faults = new ArrayList<>();
    return ModelReader.read(new Pointed(Json.tree(json), "", faults))
        .map(model -> new ModelDocument(json, model))
        .orElseThrow(() -> new IllegalStateException("Not a scoring model: " + faults));
  }
}
