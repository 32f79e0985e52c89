package io.holdfast.scoring.persistence;

import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.publishing.ModelDocuments;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Faulty;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Sound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Component
final class JsonModelDocuments implements ModelDocuments {

  @Override
  public Reading read(String document) {
    List<Fault> faults = new ArrayList<>();
    JsonNode tree;
    try {
      tree = Json.tree(document);
    } catch (JacksonException _) {
      return new Faulty(List.of(new Fault("", "malformed_json", "The model is no JSON")));
    }
    Pointed root = new Pointed(tree, "", faults);
    return ModelReader.read(root)
        .<Reading>map(model -> new Sound(model, Json.write(tree)))
        .orElseGet(() -> new Faulty(faults));
  }

  @Override
  public Reading readDraft(String document) {
    return switch (read(document)) {
      case Sound sound -> {
        List<Fault> faults = new ArrayList<>();
        Pointed root = new Pointed(Json.tree(sound.document()), "", faults);
        yield isFitToPublish(sound.model(), root) ? sound : new Faulty(faults);
      }
      case Faulty faulty -> faulty;
    };
  }

  private static boolean isFitToPublish(ScoringModel model, Pointed document) {
    BigDecimal lowest = model.bands().thresholds().getLast().enter();
    if (lowest.signum() <= 0) {
      document
          .at("bands")
          .at("at_risk")
          .fault(
              "unreachable_band",
              "Band at_risk is entered at 0, so that critical is never reached: enter it above 0");
    }
    return lowest.signum() > 0;
  }

  @Override
  public String schema() {
    return ShippedModels.schema();
  }

  @Override
  public Sound numbered(Sound model, int version) {
    ObjectNode tree = (ObjectNode) Json.tree(model.document());
    tree.put("version", version);
    ModelDocument numbered = ModelDocument.parse(Json.write(tree));
    return new Sound(numbered.model(), numbered.json());
  }

  @Override
  public int shippedVersion(String key) {
    return ShippedModels.newestVersion(key);
  }

  @Override
  public Optional<String> shipped(String id) {
    return ShippedModels.find(id).map(ModelDocument::json);
  }
}
