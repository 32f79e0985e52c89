package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.SeveralTransactions;
import io.holdfast.tenancy.repeating.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes files in. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class SendImportController {
  private final ReceiveImport receiving;

  SendImportController(ReceiveImport receiving) {
    this.receiving = receiving;
  }

  @PostMapping
  @SeveralTransactions(keepsAnswers = true)
  @RequiresScope("imports:write")
  @Operation(
      summary = "Send a file",
      description =
          """
          The body is the file: CSV with a header, separated by commas, or NDJSON; by content type or else by the first \
          byte; UTF-8, at most 2 GB. It is stored before the answer and read afterwards. A line whose content is known \
          has no effect; the same key with other content is a correction. Columns, required ones before the bar:

          - accounts: account_id, name | industry, country, employees, owner_email, parent_account_id, created_at, \
          external_ids (stripe=cus_1;hubspot=42); up to 200 further columns are kept as traits
          - contacts: contact_id, account_id | name, email, role (end_user, manager, champion, executive_sponsor, \
          procurement, admin), title, department, active, left_on
          - subscriptions: subscription_id, account_id, starts_on, amount (per interval and unit), currency, interval \
          (day, week, month, quarter, half_year, year) | ends_on (first day no longer active), interval_count, quantity, \
          plan, seats, status (void takes the row back), auto_renew, renews_on, notice_days, discount_percent (0 to 100), \
          discount_months
          - invoices: invoice_id, account_id, issued_on, amount, currency | due_on, paid_on, status (open, paid, overdue, \
          void, uncollectible)
          - tickets: ticket_id, account_id, opened_at | closed_at, severity (low, normal, high, urgent), csat
          - usage: event_id, account_id, event, occurred_at | user_id, count (from 1)
          - surveys: response_id, account_id, kind (nps, csat, exit), score, answered_at | contact_id
          - meetings: meeting_id, account_id, held_at | kind (executive, business_review, training, other), attendees
          - outcomes: account_id, kind (voluntary_churn, involuntary_churn, renewed), happened_on | reason
          - facts: fact_id, account_id, type, happened_at | contact_id, value, unit, text, due_on
          - rates: date, base, quote, rate

          Any kind may have recorded_at. Dates and times are ISO 8601, UTC unless they say otherwise, of the years 1970 to \
          2200; what happened, and the dates of invoices, of 2000 or later, and what happened not more than 5 minutes \
          ahead. ends_on 9999-12-31 is open. Whole numbers go to 999,999,999; amounts have at most 18 digits before the \
          point and 8 behind it; currencies are ISO 4217. A line may have 1 MB. An account has one id in a system, and \
          no two accounts have the same.\
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = "string", format = "binary"))
      })
  @ApiResponse(responseCode = "202", description = "Stored; Location says where its progress is")
  @ApiResponse(
      responseCode = "400",
      description = "Unknown kind or knowledge, or a body without lines",
      content = @Content)
  @ApiResponse(
      responseCode = "403",
      description = "knowledge=as-recorded without the scope history:write",
      content = @Content)
  @ApiResponse(responseCode = "413", description = "More than 2 GB", content = @Content)
  @ApiResponse(
      responseCode = "415",
      description = "Compressed, a form, a spreadsheet, or not UTF-8",
      content = @Content)
  @ApiResponse(
      responseCode = "422",
      description = "A mapping that cannot be followed; the detail names its key",
      content = @Content)
  Mono<ResponseEntity<ImportView>> receive(
      @Parameter(hidden = true) Principal principal,
      @Parameter(
              description = "What the lines are",
              schema =
                  @Schema(
                      allowableValues = {
                        "accounts",
                        "contacts",
                        "subscriptions",
                        "invoices",
                        "tickets",
                        "usage",
                        "surveys",
                        "meetings",
                        "outcomes",
                        "facts",
                        "rates"
                      }))
          @RequestParam
          String kind,
      @Parameter(
              description =
                  "now: known when received. as-recorded: each line known at its recorded_at, else"
                      + " when it happened; needs history:write",
              schema = @Schema(allowableValues = {"now", "as-recorded"}))
          @RequestParam(defaultValue = "now")
          String knowledge,
      @Parameter(
              description =
                  "JSON, each member optional: columns (their header to our column, null leaves it"
                      + " out), constants (our column to the value of lines without one), values"
                      + " (our column to their value to ours), dateFormat (a java.time pattern),"
                      + " account ({\"via\": \"subscription_id\"} for files that name only the"
                      + " subscription)",
              example =
                  "{\"columns\": {\"Prio\": \"severity\"}, \"values\": {\"severity\": {\"P1\":"
                      + " \"urgent\"}}}")
          @RequestParam(required = false)
          @Nullable String mapping,
      ServerHttpRequest request) {
    WholeTenant.of(principal);
    ImportWish wish = ImportWish.of(principal, kind, knowledge, mapping, request.getHeaders());
    return receiving
        .receive(Receipt.of(principal, wish, request), request.getBody())
        .map(SendImportController::accepted);
  }

  private static ResponseEntity<ImportView> accepted(Receipt.Given given) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.accepted()
            .location(URI.create(Receipt.ROUTE + "/" + given.view().importId()));
    return (given.before() ? answer.header(IdempotencyKey.REPLAYED, "true") : answer)
        .body(given.view());
  }
}
