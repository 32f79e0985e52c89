package io.holdfast.ingestion.facts;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.admission.Verdicts;
import io.holdfast.ingestion.imports.FactReading;
import io.holdfast.ingestion.imports.FactReading.Read;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/facts")
@Tag(name = "Facts", description = "Business facts that no other door takes")
class FactsController {
  private static final int MOST = 1_000;

  private final AdmitEntries admission;
  private final TenantTransactions transactions;
  private final Clock clock;

  FactsController(AdmitEntries admission, TenantTransactions transactions, Clock clock) {
    this.admission = admission;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * {@code state}: accepted, duplicate, waiting (for its account) or rejected, then with the
   * faults.
   */
  record FactView(@Nullable String factId, String state, List<FactReading.Fault> errors) {}

  record FactsView(int accepted, List<FactView> items) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequiresScope("facts:write")
  @Operation(
      summary = "Record facts",
      description =
          """
          One object or a list of at most 1,000: accountId, type and happenedAt, and as wanted factId, contactId, value, \
          unit, text and dueOn. type is a word like_this: csm_pulse, engagement, reference, competitor_sighting, \
          procurement_step, milestone, outcome_agreed, commitment, dispute, or your own. The same factId again with \
          other content is a correction.\
          """)
  @ApiResponse(responseCode = "202", description = "Stored; each item says what became of it")
  @ApiResponse(responseCode = "422", description = "No item could be accepted; errors says why")
  Mono<FactsView> record(
      @Parameter(hidden = true) Principal principal, @RequestBody JsonNode body) {
    FactReading reading = new FactReading(clock.instant());
    List<Read> read = new ArrayList<>();
    for (JsonNode item : items(body)) {
      if (item instanceof ObjectNode fact && !fact.hasNonNull("factId")) {
        fact.put("factId", UuidCreator.getTimeOrderedEpoch().toString());
      }
      read.add(visible(principal, reading.read(item)));
    }
    if (read.stream().allMatch(one -> one.entry() == null)) {
      throw Problem.unprocessable("invalid_facts", "No fact could be accepted.")
          .with("errors", read.stream().map(Read::faults).toList());
    }
    return transactions
        .run(
            principal.tenant(),
            () ->
                admission.admit(
                    principal.tenant(),
                    read.stream().map(Read::entry).filter(Objects::nonNull).toList()))
        .map(verdicts -> view(read, verdicts));
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
                new FactReading.Fault(
                    "accountId", "unknown_account", "accountId is no account you may see")))
        : read;
  }

  private static List<JsonNode> items(JsonNode body) {
    List<JsonNode> items = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(items::add);
    } else {
      items.add(body);
    }
    if (items.isEmpty() || items.size() > MOST) {
      throw Problem.unprocessable("invalid_facts", "A request may have 1 to 1,000 facts.");
    }
    return items;
  }

  private static FactsView view(List<Read> read, Verdicts verdicts) {
    List<FactView> items = new ArrayList<>();
    int accepted = 0;
    for (Read one : read) {
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
