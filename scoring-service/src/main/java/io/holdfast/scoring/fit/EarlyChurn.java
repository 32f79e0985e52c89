package io.holdfast.scoring.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who left early, by fit, industry, size and source. Counted one by one, so that a tenant of any
 * size fits.
 */
public final class EarlyChurn {

  /** The groups of one way to split, the largest first. */
  public record Split(String by, List<Group> groups) {}

  public record Group(String value, ChurnedShare share) {}

  public static final String FIT = "fit";
  public static final String SIZE = "size";

  private static final String UNKNOWN = "unknown";

  private static final List<String> SPLITS =
      List.of(FIT, Attribute.INDUSTRY.key(), SIZE, Attribute.SOURCE.key());

  private ChurnedShare all = new ChurnedShare(0, 0);
  private final Map<String, Map<String, ChurnedShare>> splits = new TreeMap<>();
  private final Map<String, String> spellings = new TreeMap<>();

  public EarlyChurn() {
    SPLITS.forEach(by -> splits.put(by, new TreeMap<>()));
  }

  public EarlyChurn with(Newcomer one) {
    all = all.and(one.leftEarly());
    count(FIT, one.fit().key(), one);
    count(Attribute.INDUSTRY.key(), text(one, Attribute.INDUSTRY), one);
    count(
        SIZE,
        one.company()
            .number(Attribute.EMPLOYEES)
            .map(SizeBand::of)
            .map(SizeBand::words)
            .orElse(UNKNOWN),
        one);
    count(Attribute.SOURCE.key(), text(one, Attribute.SOURCE), one);
    return this;
  }

  private static String text(Newcomer one, Attribute attribute) {
    return one.company().text(attribute).orElse(UNKNOWN);
  }

  /** Letters' case does not split a group; it is shown as it comes first in the alphabet. */
  private void count(String by, String value, Newcomer one) {
    String key = value.toLowerCase(Locale.ROOT);
    spellings.merge(key, value, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    group(by)
        .merge(key, new ChurnedShare(0, 0).and(one.leftEarly()), (a, _) -> a.and(one.leftEarly()));
  }

  private Map<String, ChurnedShare> group(String by) {
    return splits.computeIfAbsent(by, _ -> new TreeMap<>());
  }

  public ChurnedShare all() {
    return all;
  }

  public List<Split> splits() {
    return SPLITS.stream()
        .map(
            by ->
                new Split(
                    by,
                    group(by).entrySet().stream()
                        .sorted(
                            Comparator.comparing(
                                (Map.Entry<String, ChurnedShare> one) ->
                                    -one.getValue().accounts()))
                        .map(one -> new Group(spelt(one.getKey()), one.getValue()))
                        .toList()))
        .toList();
  }

  private String spelt(String key) {
    return spellings.getOrDefault(key, key);
  }

  /** What speaks for a change of the profile, or for a first criterion of one. */
  public List<Proposal> proposals(Optional<FitProfile> profile) {
    List<Proposal> proposals = new ArrayList<>();
    review(profile).ifPresent(proposals::add);
    for (Split split : splits()) {
      if (!split.by().equals(FIT)) {
        split.groups().stream()
            .filter(group -> !group.value().equals(UNKNOWN))
            .map(group -> proposal(split.by(), group, profile))
            .flatMap(Optional::stream)
            .forEach(proposals::add);
      }
    }
    return proposals;
  }

  private Optional<Proposal> review(Optional<FitProfile> profile) {
    ChurnedShare good = group(FIT).getOrDefault(FitVerdict.GOOD.key(), new ChurnedShare(0, 0));
    ChurnedShare bad = group(FIT).getOrDefault(FitVerdict.BAD.key(), new ChurnedShare(0, 0));
    return profile
        .flatMap(_ -> good.rate())
        .flatMap(
            mine ->
                bad.rate()
                    .filter(theirs -> mine.rate().compareTo(theirs.rate()) >= 0)
                    .map(
                        _ ->
                            new Proposal(
                                Proposal.Kind.REVIEW,
                                FIT,
                                FitVerdict.GOOD.key(),
                                "Good fits left early no less often than bad ones: %s against %s. The profile does not tell them apart"
                                    .formatted(words(good), words(bad)),
                                good,
                                bad)));
  }

  private Optional<Proposal> proposal(String by, Group group, Optional<FitProfile> profile) {
    ChurnedShare rest = all.without(group.share());
    Attribute attribute = by.equals(SIZE) ? Attribute.EMPLOYEES : new Attribute(by);
    boolean worse = group.share().surelyMoreThan(rest);
    if (!worse && !rest.surelyMoreThan(group.share())) {
      return Optional.empty();
    }
    Optional<Boolean> wanted = wanted(attribute, group.value(), profile);
    Proposal.Kind kind;
    String what;
    if (worse && wanted.isEmpty()) {
      kind = Proposal.Kind.ADD_CRITERION;
      what = "a criterion on %s that leaves out %s would say so";
    } else if (worse && wanted.orElse(false)) {
      kind = Proposal.Kind.LEAVE_OUT;
      what = "the criterion on %s takes %s in";
    } else if (!worse && !wanted.orElse(true)) {
      kind = Proposal.Kind.TAKE_IN;
      what = "the criterion on %s leaves %s out";
    } else {
      return Optional.empty();
    }
    return Optional.of(
        new Proposal(
            kind,
            attribute.key(),
            group.value(),
            "Of %s %s left early, of the others %s; %s"
                .formatted(
                    group.value(),
                    words(group.share()),
                    words(rest),
                    what.formatted(attribute.key(), group.value())),
            group.share(),
            rest));
  }

  /** Whether the profile wants it; nothing, when it does not ask. */
  private static Optional<Boolean> wanted(
      Attribute attribute, String value, Optional<FitProfile> profile) {
    return profile
        .flatMap(
            one ->
                one.criteria().stream()
                    .filter(criterion -> criterion.attribute().equals(attribute))
                    .findFirst())
        .map(
            criterion ->
                switch (criterion.requirement()) {
                  case Requirement.OneOf oneOf -> oneOf.holds(value);
                  case Requirement.Range range ->
                      SizeBand.ALL.stream()
                          .anyMatch(band -> band.words().equals(value) && band.meets(range));
                  case Requirement.ContainsAll all -> all.values().contains(value);
                });
  }

  private static String words(ChurnedShare share) {
    return share
        .rate()
        .map(
            rate ->
                "%d of %d (%s to %s%%)"
                    .formatted(
                        share.churned(),
                        share.accounts(),
                        percent(rate.low()),
                        percent(rate.high())))
        .orElse("%d of %d".formatted(share.churned(), share.accounts()));
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }
}
