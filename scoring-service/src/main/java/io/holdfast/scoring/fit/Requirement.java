package io.holdfast.scoring.fit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a criterion asks of an attribute. Letters' case never matters. */
public sealed interface Requirement {

  /**
   * How much of it is met.
   *
   * @param met so many of {@code of} parts
   * @param evidence what was found, as the second half of a sentence
   */
  record Finding(int met, int of, String evidence) {

    boolean whole() {
      return met == of;
    }
  }

  /** Nothing, when the attribute is not told. */
  Optional<Finding> look(Company company, Attribute attribute);

  record OneOf(List<String> values) implements Requirement {

    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("'oneOf' needs at least one value");
      }
    }

    public boolean holds(String value) {
      return values.stream().anyMatch(value::equalsIgnoreCase);
    }

    @Override
    public Optional<Finding> look(Company company, Attribute attribute) {
      return company
          .text(attribute)
          .map(
              value ->
                  new Finding(
                      holds(value) ? 1 : 0,
                      1,
                      "is '%s', %s of %s"
                          .formatted(
                              value, holds(value) ? "one" : "none", String.join(", ", values))));
    }
  }

  /** Ends included; an end that is missing is open. */
  record Range(@Nullable BigDecimal from, @Nullable BigDecimal to) implements Requirement {

    public Range {
      if (from == null && to == null) {
        throw new IllegalArgumentException("A range needs 'from', 'to' or both");
      }
      if (from != null && to != null && from.compareTo(to) > 0) {
        throw new IllegalArgumentException(
            "The range is empty: 'from' %s is above 'to' %s"
                .formatted(from.toPlainString(), to.toPlainString()));
      }
    }

    public boolean holds(BigDecimal value) {
      return (from == null || value.compareTo(from) >= 0)
          && (to == null || value.compareTo(to) <= 0);
    }

    @Override
    public Optional<Finding> look(Company company, Attribute attribute) {
      return company
          .number(attribute)
          .map(
              value ->
                  new Finding(
                      holds(value) ? 1 : 0,
                      1,
                      "is %s, %s %s"
                          .formatted(
                              value.toPlainString(),
                              holds(value) ? "within" : "outside",
                              words())));
    }

    private String words() {
      if (from == null) {
        return "at most " + plain(to);
      }
      return to == null ? "at least " + plain(from) : plain(from) + " to " + plain(to);
    }

    private static String plain(@Nullable BigDecimal number) {
      return number == null ? "" : number.toPlainString();
    }
  }

  /** Each of them is a part of its own. */
  record ContainsAll(List<String> values) implements Requirement {

    public ContainsAll {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("'containsAll' needs at least one value");
      }
    }

    @Override
    public Optional<Finding> look(Company company, Attribute attribute) {
      return company
          .list(attribute)
          .map(
              has -> {
                List<String> lacking = new ArrayList<>(values);
                lacking.removeIf(value -> has.stream().anyMatch(value::equalsIgnoreCase));
                return new Finding(
                    values.size() - lacking.size(),
                    values.size(),
                    lacking.isEmpty()
                        ? "has all of " + String.join(", ", values)
                        : "has no %s of %s"
                            .formatted(String.join(", ", lacking), String.join(", ", values)));
              });
    }
  }
}
