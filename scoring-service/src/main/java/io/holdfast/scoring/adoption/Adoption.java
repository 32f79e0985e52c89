package io.holdfast.scoring.adoption;

import static java.util.Comparator.comparing;

import io.holdfast.scoring.picture.Stakeholder;
import io.holdfast.scoring.picture.TenantCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who still uses something, and who is lost. Regular people used it in at least {@link #REGULAR} of
 * the eight weeks before the last four, weeks with a holiday left out; of them, those who used it
 * in the last four weeks are kept, the others are lost.
 *
 * @param present ids of the people of the last 28 days, regular or not, in their order
 * @param activeBefore people of the 28 days before
 * @param kept ids, in their order
 * @param lost who was there last longest ago first
 * @param without ids of those who could be expected and were not there in all twelve weeks
 */
public record Adoption(
    Part part,
    List<String> present,
    int activeBefore,
    List<String> kept,
    List<Lost> lost,
    List<String> without) {

  /** So many weeks of the baseline make somebody regular. */
  public static final int REGULAR = 3;

  static final Comparator<Adoption> WORST_FIRST =
      comparing((Adoption one) -> one.lost().size())
          .thenComparing(Adoption::lostShare)
          .reversed()
          .thenComparing(one -> one.part().name());

  /**
   * Something that people use, or a group of them.
   *
   * @param words as sentences begin with it
   */
  public record Part(String name, String words) {

    static Part product() {
      return new Part("product", "The product");
    }

    static Part feature(String name) {
      return new Part(name, name);
    }

    static Part module(String name) {
      return new Part(name, "The module " + name);
    }

    static Part department(Optional<String> department) {
      return department
          .map(one -> new Part(one, "The department " + one))
          .orElseGet(() -> new Part("unknown", "The group without a known department"));
    }

    static Part role(Optional<String> role) {
      return role.map(one -> new Part(one, "The role of " + shown(one)))
          .orElseGet(() -> new Part("unknown", "The group without a known role"));
    }
  }

  /**
   * @param leftOn the day she left the account, if that is why
   */
  public record Lost(
      String person,
      @Nullable String role,
      @Nullable String department,
      LocalDate lastUsedOn,
      @Nullable LocalDate leftOn) {

    private static final Comparator<Lost> LONGEST_AGO_FIRST =
        comparing(Lost::lastUsedOn).thenComparing(Lost::person);
  }

  static Adoption of(
      Part part,
      Attendance attendance,
      Collection<String> expected,
      Map<String, Stakeholder> contacts,
      TenantCalendar calendar) {
    Set<String> present = attendance.people(0, Attendance.PRESENT);
    List<String> regular =
        attendance.people().stream()
            .filter(person -> attendance.weeksOf(person, attendance.baseline(calendar)) >= REGULAR)
            .sorted()
            .toList();
    return new Adoption(
        part,
        present.stream().sorted().toList(),
        attendance.people(Attendance.PRESENT, 2 * Attendance.PRESENT).size(),
        regular.stream().filter(present::contains).toList(),
        regular.stream()
            .filter(person -> !present.contains(person))
            .map(person -> lost(person, attendance.lastDay(person), contacts.get(person)))
            .sorted(Lost.LONGEST_AGO_FIRST)
            .toList(),
        expected.stream()
            .filter(person -> !attendance.people().contains(person))
            .sorted()
            .toList());
  }

  private static Lost lost(String person, LocalDate lastUsedOn, @Nullable Stakeholder contact) {
    return contact == null
        ? new Lost(person, null, null, lastUsedOn, null)
        : new Lost(person, contact.role(), contact.department(), lastUsedOn, contact.leftOn());
  }

  public int active() {
    return present.size();
  }

  public int regular() {
    return kept.size() + lost.size();
  }

  /** The day the first of the lost people was there last. */
  public @Nullable LocalDate lostSince() {
    return lost.isEmpty() ? null : lost.getFirst().lastUsedOn();
  }

  private double lostShare() {
    return lost.isEmpty() ? 0 : (double) lost.size() / regular();
  }

  public String sentence() {
    if (regular() == 0) {
      return part.words() + " had nobody regular to lose";
    }
    if (lost.isEmpty()) {
      return "%s kept %s"
          .formatted(
              part.words(), regular() == 1 ? "its 1 person" : "all %d people".formatted(regular()));
    }
    return "%s lost %d of %s since %s%s"
        .formatted(
            part.words(),
            lost.size(),
            regular() == 1 ? "1 person" : regular() + " people",
            lostSince(),
            mostLostRole());
  }

  /** The role of most of the lost, where the part is not that role itself. */
  private String mostLostRole() {
    return lost.stream()
        .map(Lost::role)
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(role -> !role.getKey().equals(part.name()))
        .max(Entry.<String, Long>comparingByValue().thenComparing(Entry.comparingByKey()))
        .map(
            role ->
                ", %d of them in the role of %s".formatted(role.getValue(), shown(role.getKey())))
        .orElse("");
  }

  private static String shown(String role) {
    return role.replace('_', ' ');
  }
}
