package io.holdfast.scoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.holdfast.scoring.fitting.FitDocuments.Reading;
import io.holdfast.scoring.fitting.FitDocuments.Reading.Faulty;
import io.holdfast.scoring.fitting.FitDocuments.Reading.Sound;
import io.holdfast.scoring.publishing.ModelDocuments.Fault;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class FitProfileFaultsTests {

  @Test
  void aSoundProfileIsRead() {
    assertThat(
            read(
                """
                {"key": "industry", "attribute": "industry", "oneOf": ["Retail"], "weight": 0.6, "required": true},
                {"key": "size", "attribute": "employees", "range": {"from": 50}, "weight": 0.4}
                """))
        .isInstanceOf(Sound.class);
  }

  @Test
  void everyFaultIsToldWithItsPlace() {
    faults(
        """
        {"key": "a", "attribute": "shoe_size", "oneOf": ["x"], "weight": 0.5},
        {"key": "b", "attribute": "employees", "range": {"from": 9, "to": 3}, "weight": 0.5},
        {"key": "c", "attribute": "employees", "oneOf": ["x"], "weight": 0},
        {"key": "d", "attribute": "industry", "weight": 0.5, "required": "yes"},
        {"key": "e", "attribute": "integrations", "containsAll": [], "weight": 0.5}
        """,
        tuple("/criteria/0/attribute", "unknown_attribute"),
        tuple("/criteria/1/range", "empty_range"),
        tuple("/criteria/2/weight", "out_of_range"),
        tuple("/criteria/2/oneOf", "wrong_requirement"),
        tuple("/criteria/3/required", "wrong_type"),
        tuple("/criteria/3", "no_requirement"),
        tuple("/criteria/4/containsAll", "wrong_type"));
  }

  @Test
  void weightsThatDoNotSumToOneAndEqualKeysAreFaultsOfTheProfile() {
    faults(
        "{\"key\": \"a\", \"attribute\": \"source\", \"oneOf\": [\"x\"], \"weight\": 0.4}",
        tuple("", "invalid_profile"));
    faults(
        """
        {"key": "a", "attribute": "source", "oneOf": ["x"], "weight": 0.4},
        {"key": "a", "attribute": "country", "oneOf": ["x"], "weight": 0.6}
        """,
        tuple("", "invalid_profile"));
  }

  @Test
  void whatIsNoProfileAtAllIsAFault() {
    JsonFitDocuments documents = new JsonFitDocuments();
    for (String document : new String[] {"", "7", "[]", "{}", "{", "null", "{\"criteria\": 3}"}) {
      assertThat(documents.read(document)).as(document).isInstanceOf(Faulty.class);
    }
  }

  private static void faults(String criteria, Tuple... expected) {
    assertThat(((Faulty) read(criteria)).faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(expected);
  }

  private static Reading read(String criteria) {
    return new JsonFitDocuments()
        .read(
            "{\"criteria\": [%s], \"good\": 75, \"fair\": 50, \"leastCoverage\": 0.4}"
                .formatted(criteria));
  }
}
