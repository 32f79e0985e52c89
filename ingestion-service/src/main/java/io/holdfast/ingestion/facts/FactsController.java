package io.holdfast.ingestion.facts;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.admission.Verdicts;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.imports.ObjectReading;
import io.holdfast.ingestion.imports.ObjectReading.Read;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/facts")
@Tag(name = "Facts", description = "Business facts that no other door takes")
class FactsController {
  private final AdmitEntries admission;
  private final TenantTransactions transactions;
  private final Clock clock;

  FactsController(AdmitEntries admission, TenantTransactions transactions, Clock clock) {
    this.admission = admission;
    this.transactions = transactions;
    this.clock = clock;
  }

  record FactView(
      @Schema(description = "Absent when rejected") @Nullable String factId,
      @Schema(
              description = "waiting: for its account; rejected: for the errors",
              allowableValues = {"accepted", "duplicate", "waiting", "rejected"})
          String state,
      List<ObjectReading.Fault> errors) {}

  record FactsView(int accepted, List<FactView> items) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequiresScope("facts:write")
  @Operation(
      summary = "Record facts",
      description =
          """
          One fact or a list of 1 to 1,000, together at most 256 KB. Each is judged alone. The same factId with the same \
          content has no effect, with other content it is a correction; give one where a request may be sent twice.\
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              array = @ArraySchema(schema = @Schema(implementation = FactRequest.class))))
  @ApiResponse(responseCode = "202", description = "Stored; each item says what became of it")
  @ApiResponse(
      responseCode = "422",
      description = "No fact could be accepted; errors has index, field, code and message of each",
      content = @Content)
  Mono<FactsView> record(
      @Parameter(hidden = true) Principal principal, @RequestBody JsonNode body) {
    ObjectReading reading = new ObjectReading(Kind.FACT, clock.instant(), "api");
    FactList all = FactList.read(body, reading, _ -> UuidCreator.getTimeOrderedEpoch().toString());
    FactList facts =
        new FactList(all.facts().stream().map(one -> visible(principal, one)).toList());
    if (facts.entries().isEmpty()) {
      throw Problem.unprocessable("invalid_facts", "No fact could be accepted.")
          .with("errors", facts.faults());
    }
    return transactions
        .run(principal.tenant(), () -> admission.admit(principal.tenant(), facts.entries()))
        .map(verdicts -> view(facts, verdicts));
  }

  /** To somebody limited to some accounts the others do not exist. */
  private static Read visible(Principal principal, Read read) {
    boolean hidden =
        read.entry() != null
            && read.entry().accounts().stream()
                .anyMatch(account -> !principal.maySee(account.value()));
    return hidden
        ? new Read(
            null,
            List.of(
                new ObjectReading.Fault(
                    "accountId", "unknown_account", "accountId is no account you may see")))
        : read;
  }

  private static FactsView view(FactList facts, Verdicts verdicts) {
    List<FactView> items = new ArrayList<>();
    int accepted = 0;
    for (Read one : facts.facts()) {
      String state =
          one.entry() == null
              ? "rejected"
              : verdicts.of(one.entry()).name().toLowerCase(Locale.ROOT);
      accepted += state.equals("accepted") ? 1 : 0;
      items.add(new FactView(one.entry() == null ? null : one.entry().key(), state, one.faults()));
    }
    return new FactsView(accepted, items);
  }
}
