package io.holdfast.scoring.fitting;

import io.holdfast.scoring.fit.FitProfile;
import io.holdfast.scoring.publishing.ModelDocuments.Fault;
import java.util.List;

/** Profiles as the documents they are written as. */
public interface FitDocuments {

  sealed interface Reading {

    /**
     * @param document as it is kept
     */
    record Sound(FitProfile profile, String document) implements Reading {}

    /** Every fault there is, in the order of the document. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  Reading read(String document);
}
