package io.holdfast.scoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.model.Curve;
import io.holdfast.scoring.model.MissingPolicy;
import io.holdfast.scoring.model.SignalRule;
import io.holdfast.scoring.publishing.ModelDocuments.Fault;
import io.holdfast.scoring.publishing.ModelDocuments.Reading;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Faulty;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Sound;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFaultsTests {

  private static final String ENTERPRISE = ShippedModels.read("enterprise-v1").json();

  private final JsonModelDocuments documents = new JsonModelDocuments();

  @ParameterizedTest
  @ValueSource(strings = {"enterprise-v1", "enterprise-v2", "starter-v1", "full-relationship-v1"})
  void aShippedModelIsSound(String id) {
    assertThat(documents.read(documents.shipped(id).orElseThrow())).isInstanceOf(Sound.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"weight\": 0.35 | \"weight\": 0.4 | /axes | weights_sum | 1.05",
        "\"weight\": 0.6, | \"weight\": 0.7, | /axes/0/signals | weights_sum | 1.1",
        "\"kind\": \"licence_use\" | \"kind\": \"mood\" | /axes/0/signals/1/measure |"
            + " unknown_measure | active_people",
        "[[0, 0], [0.4, 20], [0.7, 60], [1, 100]] | [[0, 0], [0.4, 60], [0.7, 20], [1, 100]] |"
            + " /axes/0/signals/0/curve/2 | invalid_curve | one way",
        "[[0.3, 0], [0.6, 60] | [[0.6, 0], [0.3, 60] | /axes/0/signals/1/curve/1 | invalid_curve |"
            + " x grow",
        "[[0, 100], [15, 70] | [[0, 101], [15, 70] | /axes/3/signals/0/curve/0 | invalid_curve | 0"
            + " to 100",
        "\"enter\": 75, \"leave\": 70 | \"enter\": 55, \"leave\": 50 | /bands/healthy |"
            + " unreachable_band | entered above",
        "\"enter\": 75, \"leave\": 70 | \"enter\": 101, \"leave\": 70 | /bands/healthy |"
            + " unreachable_band | never reached",
        "\"enter\": 75, \"leave\": 70 | \"enter\": 75, \"leave\": 80 | /bands/healthy |"
            + " unreachable_band | left at",
        "\"coverageFloor\": 0.5 | \"coverageFloor\": 1.5 | /coverageFloor | out_of_range | share",
        "\"coverageFloor\": 0.5 | \"coverageFloor\": \"half\" | /coverageFloor | wrong_type |"
            + " number",
        "\"curve\": [[0, 0], [0.4, 20], [0.7, 60], [1, 100]] | \"curve\": {\"shape\": \"stairs\","
            + " \"points\": [[0, 0], [1, 100]]} | /axes/0/signals/0/curve/shape | unknown_shape |"
            + " linear or step",
        "\"curve\": [[0, 0], [0.4, 20], [0.7, 60], [1, 100]] | \"curve\": {\"shape\": \"step\","
            + " \"points\": [[1, 0], [0, 100]]} | /axes/0/signals/0/curve/points/1 |"
            + " invalid_curve | x grow",
        "\"unit\": \"people\", | \"unit\": \"people\", \"missing\": {\"policy\": \"ignore\"}, |"
            + " /axes/0/signals/0/missing/policy | unknown_policy | redistribute, penalise, carry",
        "\"unit\": \"people\", | \"unit\": \"people\", \"missing\": {\"policy\": \"penalise\"}, |"
            + " /axes/0/signals/0/missing/score | missing | score",
        "\"unit\": \"people\", | \"unit\": \"people\", \"missing\": {\"policy\": \"penalise\","
            + " \"score\": 101}, | /axes/0/signals/0/missing/score | out_of_range | 0 to 100",
        "\"unit\": \"people\", | \"unit\": \"people\", \"missing\": {\"policy\": \"carry\","
            + " \"days\": 0}, | /axes/0/signals/0/missing/days | out_of_range | whole number",
        "\"unit\": \"people\", | \"unit\": \"people\", \"missing\": {\"policy\": \"carry\","
            + " \"days\": 30}, | /axes/0/signals/0 | invalid_signal | beyond the 166",
        "\"at_risk\": { \"enter\": 40, \"leave\": 35 } | \"at_risk\": { \"enter\": 0, \"leave\": 0"
            + " } | /bands/at_risk | unreachable_band | critical",
        "\"critical\": 0.5, | `` | /prior/probabilities/critical | missing | critical",
        "\"critical\": 0.5, | \"critical\": 5, | /prior/probabilities/critical | out_of_range | 0"
            + " to 1",
        "\"keep\": \"PT72H\" | \"keep\": \"three days\" | /bands/keep | wrong_type | PT72H",
        "\"keep\": \"PT72H\" | \"keep\": \"-PT72H\" | /bands/keep | out_of_range | negative",
        "\"keep\": \"PT72H\" | \"keep\": \"PT72H\", \"fleetGuard\": {\"share\": 0} |"
            + " /bands/fleetGuard | invalid_fleet_guard | above 0",
        "\"keep\": \"PT72H\" | \"keep\": \"PT72H\", \"fleetGuard\": {\"accounts\": 0} |"
            + " /bands/fleetGuard/accounts | out_of_range | whole number",
        "\"keep\": \"PT72H\" | \"keep\": \"PT72H\", \"fleetGuard\": {\"longest\": 3} |"
            + " /bands/fleetGuard | invalid_fleet_guard | longest",
        "\"key\": \"support\" | \"key\": \"commercial\" | /axes/3/key | duplicate_key | twice",
        "\"key\": \"support\" | \"key\": \"override\" | /axes/2/key | reserved_key | kept",
        "\"key\": \"support\" | \"key\": \"Support!\" | /axes/2/key | invalid_key | lower-case",
        "\"unit\": \"people\", | \"unit\": \"people\", \"colour\": \"red\", |"
            + " /axes/0/signals/0/colour | unknown_field | curve",
        "\"unit\": \"people\", | \"unit\": \"people\", \"a/b~c\": 1, | /axes/0/signals/0/a~1b~0c |"
            + " unknown_field | curve",
        "\"weight\": 0.35 | \"weight\": 1e999999999 | /axes/0/weight | wrong_type | 20 digits",
        "\"weight\": 0.35 | \"weight\": 0 | /axes/0/weight | out_of_range | above 0",
        "\"high\", \"urgent\" | \"hihg\" | /axes/2/signals/0/measure/severities | unknown_severity"
            + " | hihg",
        "\"name\": \"Enterprise\", | `` | /name | missing | missing",
        "\"days\": 28 | \"days\": 0 | /axes/0/signals/1/measure/days | out_of_range | whole number",
        "\"baselineMinimum\": 4 | \"baselineMinimum\": 9 | /axes/0/signals/0/measure | out_of_range"
            + " | cannot need 9",
        "\"days\": 7, \"baselineSpans\": 8 | \"days\": 30, \"baselineSpans\": 8 |"
            + " /axes/0/signals/0/measure | out_of_range | days back"
      })
  void aFaultIsSaidWithItsPlace(String was, String is, String pointer, String code, String detail) {
    assertThat(ENTERPRISE).contains(was);

    List<Fault> faults =
        faults(
            ENTERPRISE.replaceFirst(
                Pattern.quote(was), Matcher.quoteReplacement(is == null ? "" : is)));

    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(pointer == null ? "" : pointer);
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.detail()).contains(detail);
            });
  }

  @Test
  void allFaultsAreSaidTogether() {
    String faulty =
        ENTERPRISE
            .replace("\"coverageFloor\": 0.5", "\"coverageFloor\": true")
            .replace("\"kind\": \"silence\"", "\"kind\": \"mood\"")
            .replace("\"weight\": 0.35", "\"weight\": 0.4")
            .replace("\"key\": \"support\"", "\"key\": \"commercial\"")
            .replace("[15, 70], [30, 40]", "[30, 40], [15, 70]");

    assertThat(faults(faulty))
        .extracting(Fault::code)
        .containsExactly(
            "wrong_type",
            "unknown_measure",
            "invalid_curve",
            "invalid_curve",
            "weights_sum",
            "duplicate_key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "7",
        "[]",
        "\"model\"",
        "{}",
        "{\"axes\": {}}",
        "{\"axes\": [1, null]}"
      })
  void whatIsNoModelIsFaulty(String document) {
    assertThat(faults(document)).isNotEmpty();
  }

  @Test
  void aCurveInStepsAndAPolicyAreRead() {
    Sound sound =
        (Sound)
            documents.read(
                ENTERPRISE
                    .replace(
                        "\"curve\": [[0, 0], [0.4, 20], [0.7, 60], [1, 100]]",
                        "\"curve\": {\"shape\": \"step\", \"points\": [[0, 0], [1, 100]]}")
                    .replaceFirst(
                        "\"unit\": \"people\",",
                        "\"unit\": \"people\", \"missing\": {\"policy\": \"carry\", \"days\":"
                            + " 12},"));

    SignalRule people = sound.model().axes().getFirst().signals().getFirst();
    assertThat(people.curve().shape()).isEqualTo(Curve.Shape.STEP);
    assertThat(people.missing()).isEqualTo(new MissingPolicy.Carry(12));
  }

  @Test
  void whatWasPublishedBeforeARuleIsStillRead() {
    String published =
        ENTERPRISE.replace("\"enter\": 40, \"leave\": 35", "\"enter\": 0, \"leave\": 0");

    assertThat(ModelDocument.parse(published).model().bands().of(BigDecimal.ZERO))
        .isEqualTo(Band.AT_RISK);
  }

  @Test
  void aModelIsNumberedAsItIsPublished() {
    Sound sound = (Sound) documents.read(ENTERPRISE);

    Sound second = documents.numbered(sound, 2);

    assertThat(second.model().id()).isEqualTo("enterprise-v2");
    assertThat(documents.read(second.document())).isEqualTo(second);
  }

  private List<Fault> faults(String document) {
    Reading reading = documents.readDraft(document);
    assertThat(reading).isInstanceOf(Faulty.class);
    return ((Faulty) reading).faults();
  }
}
