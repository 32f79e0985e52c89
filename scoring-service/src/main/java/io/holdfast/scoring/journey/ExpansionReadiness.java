package io.holdfast.scoring.journey;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.model.JourneyRules.ExpansionRule;
import io.holdfast.scoring.signal.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether more can be proposed to the account: only when it had value of what it has.
 *
 * @param value what shows realised value, and whether it does
 * @param opportunity what shows that there is something to expand
 * @param why what keeps it from being ready; when it is, what makes it so
 */
public record ExpansionReadiness(
    State state, List<Checked> value, List<Checked> opportunity, List<String> why) {

  public enum State {
    READY,
    NOT_YET,
    UNKNOWN;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> of(String key) {
      return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst();
    }
  }

  static ExpansionReadiness of(ExpansionRule rule, Band band, Moment moment) {
    List<Checked> value = Checked.all(rule.value(), moment);
    List<Checked> opportunity = Checked.all(rule.opportunity(), moment);
    List<String> against = new ArrayList<>();
    if (band.isJudged() && !rule.bands().contains(band)) {
      against.add("The account is " + band.key().replace('_', ' '));
    }
    if (value.stream().noneMatch(Checked::isMet)) {
      against.add(none("No realised value is shown", value));
    }
    if (opportunity.stream().noneMatch(Checked::isMet)) {
      against.add(none("Nothing shows a need for more", opportunity));
    }
    if (!against.isEmpty()) {
      return new ExpansionReadiness(State.NOT_YET, value, opportunity, List.copyOf(against));
    }
    if (!band.isJudged()) {
      return new ExpansionReadiness(
          State.UNKNOWN, value, opportunity, List.of("Too little is known of its health"));
    }
    List<String> reasons =
        Stream.concat(value.stream(), opportunity.stream())
            .filter(Checked::isMet)
            .map(Checked::sentence)
            .toList();
    return new ExpansionReadiness(State.READY, value, opportunity, reasons);
  }

  /** The same, for an account in a stage; who is being set up is sold nothing. */
  public ExpansionReadiness in(Stage stage) {
    if (stage != Stage.ONBOARDING) {
      return this;
    }
    List<String> against = new ArrayList<>(List.of("Onboarding is not over"));
    if (state != State.READY) {
      against.addAll(why);
    }
    return new ExpansionReadiness(State.NOT_YET, value, opportunity, List.copyOf(against));
  }

  private static String none(String said, List<Checked> checked) {
    return checked.stream()
        .filter(Checked::isKnown)
        .map(Checked::sentence)
        .reduce((one, other) -> one + "; " + other)
        .map(found -> said + ": " + found)
        .orElse(said);
  }
}
