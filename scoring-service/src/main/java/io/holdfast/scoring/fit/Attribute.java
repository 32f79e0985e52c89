package io.holdfast.scoring.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something told of a company: one of those with a name of their own, or any other trait as {@code
 * traits.…}.
 */
public record Attribute(String key) {

  public static final Attribute INDUSTRY = new Attribute("industry");
  public static final Attribute COUNTRY = new Attribute("country");
  public static final Attribute REGION = new Attribute("region");
  public static final Attribute EMPLOYEES = new Attribute("employees");
  public static final Attribute INTEGRATIONS = new Attribute("integrations");
  public static final Attribute USE_CASE = new Attribute("use_case");
  public static final Attribute SOURCE = new Attribute("source");

  public static final List<Attribute> NAMED =
      List.of(INDUSTRY, COUNTRY, REGION, EMPLOYEES, INTEGRATIONS, USE_CASE, SOURCE);

  private static final String TRAIT = "traits.";

  public static Optional<Attribute> of(String key) {
    Attribute given = new Attribute(key);
    return NAMED.contains(given) || (key.startsWith(TRAIT) && key.length() > TRAIT.length())
        ? Optional.of(given)
        : Optional.empty();
  }

  /** The trait's own name, of an attribute without a name of its own. */
  Optional<String> trait() {
    return key.startsWith(TRAIT) ? Optional.of(key.substring(TRAIT.length())) : Optional.empty();
  }

  /** As sentences begin with it. */
  String words() {
    String plain = trait().orElse(key).replace('_', ' ');
    return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }
}
