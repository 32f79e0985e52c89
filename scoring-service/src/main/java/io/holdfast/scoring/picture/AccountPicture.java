package io.holdfast.scoring.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything recorded about an account: all versions, in any order.
 *
 * @param uses by the names they came with
 * @param people which of these names are one person's
 */
public record AccountPicture(List<Use> uses, List<Recorded> facts, List<SamePerson> people) {

  public static final AccountPicture EMPTY = new AccountPicture(List.of(), List.of());

  public AccountPicture {
    uses = List.copyOf(uses);
    facts = List.copyOf(facts);
    people = List.copyOf(people);
  }

  public AccountPicture(List<Use> uses, List<Recorded> facts) {
    this(uses, facts, List.of());
  }

  /** All that is known. */
  public KnownPicture known(TenantCalendar calendar) {
    return knownAt(Instant.MAX, calendar);
  }

  /**
   * @param apart of outcomes the account: each that became this one was decided by itself; of
   *     contacts the instant: each statement counts from its own on
   */
  private record Identity(Class<? extends Fact> kind, String key, @Nullable Object apart) {}

  /** Without facts that were received after an instant, whatever a load declared of them. */
  public AccountPicture receivedBy(Instant instant) {
    return new AccountPicture(
        uses,
        facts.stream().filter(fact -> !fact.knowledge().receivedAt().isAfter(instant)).toList(),
        people);
  }

  /** What was known by an instant: of every fact its latest version known then. */
  public KnownPicture knownAt(Instant knownAt, TenantCalendar calendar) {
    List<Use> used = usesKnownAt(knownAt);
    return new KnownPicture(calendar, used, factsKnownAt(knownAt, calendar));
  }

  /**
   * What was known by each of some instants, each picture to be asked about no later instant than
   * its own. Use is indexed once for instants that differ in no use and no name that came late.
   *
   * @param instants ends of days, ascending
   */
  public List<KnownPicture> knownAtEach(List<Instant> instants, TenantCalendar calendar) {
    boolean[] differs = LateUse.differences(instants, uses, people);
    List<KnownPicture> pictures = new ArrayList<>();
    List<Use> used = List.of();
    Usage usage = Usage.of(used, calendar);
    for (int i = instants.size() - 1; i >= 0; i--) {
      Instant knownAt = instants.get(i);
      if (i == instants.size() - 1 || differs[i + 1]) {
        used = usesKnownAt(knownAt);
        usage = Usage.of(used, calendar);
      }
      pictures.add(new KnownPicture(calendar, used, usage, factsKnownAt(knownAt, calendar)));
    }
    return pictures.reversed();
  }

  private List<Use> usesKnownAt(Instant knownAt) {
    return People.knownAt(knownAt, people).name(known(uses, knownAt));
  }

  private List<Recorded> factsKnownAt(Instant knownAt, TenantCalendar calendar) {
    Map<Identity, Recorded> latest = new HashMap<>();
    for (Recorded version : facts) {
      version
          .fact()
          .known(version.knowledge(), knownAt, calendar.zone())
          .map(fact -> new Recorded(version.key(), fact, version.knowledge(), version.toldOf()))
          .ifPresent(known -> latest.merge(identity(known), known, AccountPicture::later));
    }
    return People.knownAt(knownAt, people).rename(current(latest.values()));
  }

  private static List<Use> known(List<Use> uses, Instant knownAt) {
    return uses.stream().filter(use -> !use.knownAt().isAfter(knownAt)).toList();
  }

  private static List<Recorded> current(Collection<Recorded> latest) {
    return latest.stream()
        .filter(version -> !(version.fact() instanceof Fact.Phase phase && phase.takenBack()))
        .toList();
  }

  private static Identity identity(Recorded version) {
    return new Identity(
        version.fact().getClass(), Objects.requireNonNull(version.key()), apart(version));
  }

  private static @Nullable Object apart(Recorded version) {
    return switch (version.fact()) {
      case Fact.Outcome _ -> version.toldOf();
      case Fact.Contact contact -> contact.statedAt();
      default -> null;
    };
  }

  private static Recorded later(Recorded one, Recorded other) {
    return Recorded.OLDEST_FIRST.compare(one, other) >= 0 ? one : other;
  }
}
