package io.holdfast.metrics.web;

import io.holdfast.metrics.booking.ClosePeriod;
import io.holdfast.metrics.booking.ClosePeriod.Answer;
import io.holdfast.metrics.booking.Closings;
import io.holdfast.metrics.closing.Closing;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/metrics/periods")
@Tag(name = "Periods", description = "Months that finance has closed")
class PeriodController {

  private final TenantTransactions tenants;
  private final Closings closings;
  private final ClosePeriod closePeriod;

  PeriodController(TenantTransactions tenants, Closings closings, ClosePeriod closePeriod) {
    this.tenants = tenants;
    this.closings = closings;
    this.closePeriod = closePeriod;
  }

  @Schema(description = "A month that is closed, and with it every month before")
  record ClosingView(
      @Schema(example = "2025-01") String period,
      @Schema(description = "In which it was reported", example = "USD") String currency,
      Instant closedAt,
      @Schema(description = "The subject of the token it was closed with") String closedBy) {

    static ClosingView of(Closing closing) {
      return new ClosingView(
          closing.period().toString(),
          closing.currency().value(),
          closing.closedAt(),
          closing.closedBy());
    }
  }

  @GetMapping
  @RequiresScope("metrics:read")
  @Operation(
      summary = "The closed months",
      description =
          "Those closed in the present report currency, the earliest first unless sorted by"
              + " -period. A month is closed with the next closed one after it, too.")
  @Documented.Paged
  Mono<Page<ClosingView>> closings(
      @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ListQuery query) {
    PageQuery page = query.page("period", List.of("period"));
    return tenants
        .run(principal.tenant(), closings::all)
        .map(all -> all.stream().map(ClosingView::of).toList())
        .map(all -> Cut.page(all, page, closing -> new Position(closing.period(), "")));
  }

  @PostMapping("/{period}/close")
  @RequiresScope("metrics:write")
  @Operation(
      summary = "Close a month",
      description =
          "Keeps the month, and every month before, as it is reported now. What is learnt about"
              + " it later enters the first open month as a restatement. Closing again changes"
              + " nothing. 422 for a month that is not over; 403 for a token limited to some"
              + " accounts.")
  Mono<ClosingView> close(
      @Parameter(hidden = true) Principal principal,
      @Parameter(example = "2025-01") @PathVariable String period) {
    TenantId tenant = principal.wholeTenant();
    YearMonth month = Asked.month("period", period);
    return tenants
        .run(tenant, () -> closePeriod.close(month, principal.subject()))
        .map(PeriodController::view);
  }

  private static ClosingView view(Answer answer) {
    return switch (answer) {
      case Answer.Closed closed -> ClosingView.of(closed.closing());
      case Answer.NotOver open ->
          throw Problem.unprocessable(
              "period_not_over",
              "The month is not over; close it after its last day, " + open.ends() + ".");
    };
  }
}
