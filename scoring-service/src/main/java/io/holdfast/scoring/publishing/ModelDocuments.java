package io.holdfast.scoring.publishing;

import io.holdfast.scoring.model.ScoringModel;
import java.util.List;
import java.util.Optional;

/** Scoring models as the documents they are written as. */
public interface ModelDocuments {

  /** What reading a document gave. */
  sealed interface Reading {

    /**
     * @param document as it is kept
     */
    record Sound(ScoringModel model, String document) implements Reading {}

    /** Every fault there is, in the order of the document. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * @param pointer where it stands, RFC 6901: {@code /axes/0/signals/1/curve}
   * @param detail what is wrong there and what to do
   */
  record Fault(String pointer, String code, String detail) {}

  /** What was published stays readable, whatever is asked of drafts since. */
  Reading read(String document);

  /** A document that is to be published. */
  Reading readDraft(String document);

  /** The JSON Schema of the documents, without what only reading one can tell. */
  String schema();

  /** The same model as another version, which its document says. */
  Reading.Sound numbered(Reading.Sound model, int version);

  /** The newest version of a model that comes with Holdfast, 0 for any other. */
  int shippedVersion(String key);

  /** The document of a model that comes with Holdfast, by its id. */
  Optional<String> shipped(String id);
}
