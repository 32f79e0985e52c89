package io.holdfast.scoring.persistence;

import io.holdfast.scoring.fitting.FitDocuments;
import io.holdfast.scoring.fitting.FitDocuments.Reading.Faulty;
import io.holdfast.scoring.fitting.FitDocuments.Reading.Sound;
import io.holdfast.scoring.publishing.ModelDocuments.Fault;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

@Component
final class JsonFitDocuments implements FitDocuments {

  @Override
  public Reading read(String document) {
    List<Fault> faults = new ArrayList<>();
    JsonNode tree;
    try {
      tree = Json.tree(document);
    } catch (JacksonException _) {
      return new Faulty(List.of(new Fault("", "malformed_json", "The profile is no JSON")));
    }
    return FitProfileReader.read(new Pointed(tree, "", faults))
        .filter(_ -> faults.isEmpty())
        .<Reading>map(profile -> new Sound(profile, Json.write(tree)))
        .orElseGet(() -> new Faulty(faults));
  }
}
