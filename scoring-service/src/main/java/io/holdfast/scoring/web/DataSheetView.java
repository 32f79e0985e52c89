package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.scoring.adoption.Adoption;
import io.holdfast.scoring.adoption.Adoption.Lost;
import io.holdfast.scoring.reporting.ReportAdoption.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "DataSheet",
    description =
        "Who still uses the product and who is lost, worst loss first. Regular people used"
            + " something in at least 3 of the 8 weeks before the last 28 days (weeks with a"
            + " holiday left out); they are kept if they used it in the last 28 days, else lost")
record DataSheetView(
    String accountId,
    String accountName,
    @Schema(description = "internal or customer") String audience,
    Instant asOf,
    Instant knownAt,
    @Schema(description = "The first day looked at") LocalDate firstDay,
    @Schema(description = "The last day looked at; the one before it left if the account is gone")
        LocalDate lastDay,
    @Schema(description = "Use of anything") PartView product,
    @Schema(description = "The tracking plan's core features") List<PartView> features,
    @Schema(description = "The tracking plan's modules, each with all its events; empty without")
        List<PartView> modules,
    @Schema(
            description =
                "By department of the contacts; `unknown` is everybody of whom none was told")
        List<PartView> departments,
    @Schema(description = "By role of the contacts; `unknown` is everybody without one")
        List<PartView> roles)
    implements Printable, CsvTable {

  private static final List<String> COLUMNS =
      List.of(
          "part",
          "name",
          "active",
          "active_before",
          "regular",
          "kept",
          "lost",
          "lost_since",
          "without",
          "sentence");

  @Override
  public String template() {
    return "data-sheet";
  }

  @Override
  public PrintedDataSheet words() {
    return PrintedDataSheet.of(this);
  }

  @Override
  public String fileName() {
    return "data-sheet-" + accountId;
  }

  /** The lost people stand in a column of their own, which the customer's has not. */
  @Override
  public List<String> columns() {
    return isNamed() ? Stream.concat(COLUMNS.stream(), Stream.of("lost_people")).toList() : COLUMNS;
  }

  @Override
  public List<List<Object>> lines() {
    return Stream.of(
            lines("product", List.of(product)),
            lines("feature", features),
            lines("module", modules),
            lines("department", departments),
            lines("role", roles))
        .flatMap(lines -> lines)
        .toList();
  }

  private boolean isNamed() {
    return product.lostPeople() != null;
  }

  private static Stream<List<Object>> lines(String part, List<PartView> views) {
    return views.stream().map(view -> line(part, view));
  }

  private static List<Object> line(String part, PartView view) {
    List<Object> line = new ArrayList<>();
    line.add(part);
    line.add(view.name());
    line.add(view.active());
    line.add(view.activeBefore());
    line.add(view.regular());
    line.add(view.kept());
    line.add(view.lost());
    line.add(view.lostSince() instanceof LocalDate since ? since : "");
    line.add(view.without());
    line.add(view.sentence());
    List<LostView> lost = view.lostPeople();
    if (lost != null) {
      line.add(lost.stream().map(LostView::person).collect(Collectors.joining("; ")));
    }
    return line;
  }

  @Schema(name = "DataSheetPart")
  record PartView(
      String name,
      @Schema(description = "The loss for people") String sentence,
      @Schema(description = "People of the last 28 days, regular or not") int active,
      @Schema(description = "People of the 28 days before those") int activeBefore,
      @Schema(description = "Those whose use could be expected; kept and lost together")
          int regular,
      int kept,
      int lost,
      @Schema(description = "When the first of the lost used it last; null when nobody is lost")
          @Nullable LocalDate lostSince,
      @Schema(
              description =
                  "Who never used it in the 12 weeks: of a feature or module among the people"
                      + " active in the last 28 days, else among the contacts who are there")
          int without,
      @Schema(description = "Left out for the customer") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable List<String> activePeople,
      @Schema(description = "Left out for the customer") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable List<LostView> lostPeople,
      @Schema(description = "Left out for the customer") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable List<String> peopleWithout) {

    static PartView of(Adoption adoption, boolean customer) {
      return new PartView(
          adoption.part().name(),
          adoption.sentence(),
          adoption.active(),
          adoption.activeBefore(),
          adoption.regular(),
          adoption.kept().size(),
          adoption.lost().size(),
          adoption.lostSince(),
          adoption.without().size(),
          customer ? null : adoption.present(),
          customer ? null : adoption.lost().stream().map(LostView::of).toList(),
          customer ? null : adoption.without());
    }
  }

  @Schema(name = "LostPerson")
  record LostView(
      @Schema(description = "Id of the user or contact") String person,
      @Nullable String role,
      @Nullable String department,
      LocalDate lastUsedOn,
      @Schema(description = "The day she left the account, if she did")
          @Nullable LocalDate leftOn) {

    static LostView of(Lost lost) {
      return new LostView(
          lost.person(), lost.role(), lost.department(), lost.lastUsedOn(), lost.leftOn());
    }
  }

  static DataSheetView of(Report report, Audience audience) {
    boolean customer = audience.isCustomer();
    return new DataSheetView(
        report.account(),
        report.name(),
        audience.key(),
        report.at(),
        report.knownAt(),
        report.sheet().firstDay(),
        report.sheet().day(),
        PartView.of(report.sheet().product(), customer),
        parts(report.sheet().features(), customer),
        parts(report.sheet().modules(), customer),
        parts(report.sheet().departments(), customer),
        parts(report.sheet().roles(), customer));
  }

  private static List<PartView> parts(List<Adoption> adoptions, boolean customer) {
    return adoptions.stream().map(one -> PartView.of(one, customer)).toList();
  }
}
