package io.holdfast.scoring.web;

import io.holdfast.scoring.web.DataSheetView.LostView;
import io.holdfast.scoring.web.DataSheetView.PartView;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page of a data sheet says. */
record PrintedDataSheet(
    String account,
    boolean internal,
    String firstDay,
    String lastDay,
    String asOf,
    Part product,
    List<Group> groups,
    List<Loss> losses) {

  /** Of the bar of the part with the most regular people. */
  private static final int WIDTH = 128;

  /**
   * @param none what is said when there are no parts
   */
  record Group(String id, String title, String column, String none, List<Part> parts) {}

  record Part(
      String name,
      String sentence,
      int active,
      int activeBefore,
      int regular,
      int kept,
      int lost,
      boolean hasLost,
      String lostSince,
      int without,
      boolean bar,
      int keptWidth,
      int lostWidth) {

    static Part of(PartView view, int most) {
      int kept = most == 0 ? 0 : WIDTH * view.kept() / most;
      int lost = most == 0 ? 0 : WIDTH * view.lost() / most;
      return new Part(
          Wording.words(view.name()),
          dated(view),
          view.active(),
          view.activeBefore(),
          view.regular(),
          view.kept(),
          view.lost(),
          view.lost() > 0,
          Wording.day(view.lostSince()),
          view.without(),
          view.regular() > 0,
          kept,
          lost);
    }
  }

  /** With the day as the page shows days. */
  private static String dated(PartView view) {
    LocalDate since = view.lostSince();
    return since == null
        ? view.sentence()
        : view.sentence().replace(since.toString(), Wording.day(since));
  }

  record Loss(String part, List<Person> people) {

    static Stream<Loss> of(String part, @Nullable List<LostView> lost) {
      return lost == null || lost.isEmpty()
          ? Stream.empty()
          : Stream.of(new Loss(part, lost.stream().map(Person::of).toList()));
    }
  }

  record Person(String person, String role, String department, String lastUsedOn, String leftOn) {

    static Person of(LostView lost) {
      return new Person(
          lost.person(),
          Wording.words(lost.role()),
          lost.department() == null ? Wording.NOTHING : lost.department(),
          Wording.day(lost.lastUsedOn()),
          Wording.day(lost.leftOn()));
    }
  }

  public boolean hasLosses() {
    return !losses.isEmpty();
  }

  static PrintedDataSheet of(DataSheetView view) {
    return new PrintedDataSheet(
        view.accountName(),
        view.audience().equals(Audience.INTERNAL.key()),
        Wording.day(view.firstDay()),
        Wording.day(view.lastDay()),
        Wording.time(view.asOf()),
        Part.of(view.product(), view.product().regular()),
        List.of(
            group(
                "features",
                "Core features",
                "Feature",
                "No core feature is planned.",
                view.features()),
            group("modules", "Modules", "Module", "No module is planned.", view.modules()),
            group(
                "departments", "Departments", "Department", "Nobody is known.", view.departments()),
            group("roles", "Roles", "Role", "Nobody is known.", view.roles())),
        Stream.of(Stream.of(view.product()), view.features().stream(), view.modules().stream())
            .flatMap(parts -> parts)
            .flatMap(
                part ->
                    Loss.of(
                        part == view.product() ? "The product as a whole" : part.name(),
                        part.lostPeople()))
            .toList());
  }

  private static Group group(
      String id, String title, String column, String none, List<PartView> parts) {
    int most = parts.stream().mapToInt(PartView::regular).max().orElse(0);
    return new Group(
        id, title, column, none, parts.stream().map(part -> Part.of(part, most)).toList());
  }
}
