package io.holdfast.ingestion.erasing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.ingestion.entry.EmailAddress;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.erasing.PrivacyRequest.Kind;
import io.holdfast.ingestion.erasing.PrivacyRequest.State;
import io.holdfast.ingestion.requests.Json;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.Audit;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/privacy")
@Tag(name = "Privacy", description = "What is held about a person: handed out, and erased")
class PrivacyController {
  private static final int LONGEST = 200;

  private final PrivacyRequests requests;
  private final TenantTransactions transactions;
  private final Timers timers;
  private final Audit audit;
  private final Clock clock;

  PrivacyController(
      PrivacyRequests requests,
      TenantTransactions transactions,
      Timers timers,
      Audit audit,
      Clock clock) {
    this.requests = requests;
    this.transactions = transactions;
    this.timers = timers;
    this.audit = audit;
    this.clock = clock;
  }

  @Schema(name = "PersonRequest", description = "One of them names the person")
  record PersonRequest(
      @Schema(maxLength = 200) @Nullable String userId,
      @Schema(maxLength = 200) @Nullable String contactId,
      @Nullable String email) {}

  record RequestView(
      UUID requestId,
      @Schema(allowableValues = {"requested", "running", "completed"}) String state,
      @Schema(description = "What stands for the person once erased") @Nullable String opaqueId,
      @Schema(description = "How many rows were found, by place", type = "object") JsonNode found,
      String createdBy,
      Instant createdAt,
      @Nullable Instant finishedAt) {
    static RequestView of(PrivacyRequest request) {
      return new RequestView(
          request.requestId(),
          request.state().code(),
          request.kind() == Kind.ERASURE ? request.opaque() : null,
          Json.MAPPER.readTree(request.found()),
          request.createdBy(),
          request.createdAt(),
          request.finishedAt());
    }
  }

  @PostMapping("/exports")
  @RequiresScope("privacy:write")
  @Operation(
      summary = "Hand out what is held about a person",
      description =
          "Found by userId, contactId or email, with all other names known. The document is at"
              + " …/document once completed, for a week.")
  Mono<ResponseEntity<RequestView>> export(
      @Parameter(hidden = true) Principal principal, @RequestBody PersonRequest person) {
    return add(principal, person, Kind.EXPORT, ExportPerson.KIND, "exports");
  }

  @PostMapping("/erasures")
  @RequiresScope("privacy:write")
  @Operation(
      summary = "Erase a person",
      description =
          """
          Found by userId, contactId or email, with all other names known; one nobody has heard of is erased in advance. \
          Contacts, links, quarantine, faults, dead letters and bodies of imports go; what was used stays counted under \
          opaqueId; facts keep their figures and lose their free text; every service removes the names from what failed, \
          was answered or was written. What arrives again under one of the names says nothing of the person any more. \
          Completed about a minute later, once what was on its way has arrived. It cannot be undone.\
          """)
  Mono<ResponseEntity<RequestView>> erase(
      @Parameter(hidden = true) Principal principal, @RequestBody PersonRequest person) {
    return add(principal, person, Kind.ERASURE, ErasePerson.KIND, "erasures");
  }

  @GetMapping("/exports/{requestId}")
  @RequiresScope("privacy:write")
  @Operation(summary = "How far an export is")
  Mono<RequestView> exported(
      @Parameter(hidden = true) Principal principal, @PathVariable UUID requestId) {
    return find(principal, Kind.EXPORT, requestId);
  }

  @GetMapping("/erasures/{requestId}")
  @RequiresScope("privacy:write")
  @Operation(summary = "How far an erasure is")
  Mono<RequestView> erased(
      @Parameter(hidden = true) Principal principal, @PathVariable UUID requestId) {
    return find(principal, Kind.ERASURE, requestId);
  }

  @GetMapping("/exports/{requestId}/document")
  @RequiresScope("privacy:write")
  @Operation(
      summary = "What is held about the person",
      description = "JSON: ids, emails, and held with a list for each place.")
  Mono<ResponseEntity<String>> document(
      @Parameter(hidden = true) Principal principal, @PathVariable UUID requestId) {
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                requests
                    .document(requestId)
                    .flatMap(
                        document ->
                            audit
                                .seen(principal, "privacy-exports", requestId.toString(), 1)
                                .thenReturn(document)))
        .map(document -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problem.notFound(
                        "no_document", "there is no document, or not yet, or no longer")));
  }

  private Mono<RequestView> find(Principal principal, Kind kind, UUID requestId) {
    return transactions
        .run(WholeTenant.of(principal), () -> requests.find(kind, requestId))
        .map(RequestView::of)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.notFound("unknown_request", "there is no request " + requestId)));
  }

  private Mono<ResponseEntity<RequestView>> add(
      Principal principal, PersonRequest person, Kind kind, String timer, String path) {
    PrivacyRequest request =
        new PrivacyRequest(
            UuidCreator.getTimeOrderedEpoch(),
            kind,
            State.REQUESTED,
            id(person),
            email(person),
            "erased-" + UUID.randomUUID(),
            "{}",
            principal.subject(),
            clock.instant(),
            null);
    if (request.id().isPresent() == request.email().isPresent()) {
      throw Problem.unprocessable(
          "invalid_person", "One of userId, contactId and email has to name the person.");
    }
    String key = request.requestId().toString();
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                requests
                    .add(request)
                    .then(timers.set(principal.tenant(), timer, key, Instant.EPOCH, "")))
        .thenReturn(
            ResponseEntity.accepted()
                .location(URI.create("/api/v1/privacy/" + path + "/" + key))
                .body(RequestView.of(request)));
  }

  private static Optional<String> id(PersonRequest person) {
    if (person.userId() != null && person.contactId() != null) {
      throw Problem.unprocessable(
          "invalid_person", "One of userId, contactId and email has to name the person.");
    }
    String id = person.userId() == null ? person.contactId() : person.userId();
    if (id != null && (id.isBlank() || id.length() > LONGEST || !PlainText.isLine(id))) {
      throw Problem.unprocessable(
          "invalid_person", "userId and contactId have 1 to 200 characters, in one line.");
    }
    return Optional.ofNullable(id);
  }

  private static Optional<String> email(PersonRequest person) {
    return Optional.ofNullable(person.email())
        .map(
            email ->
                EmailAddress.read(email.strip())
                    .orElseThrow(
                        () ->
                            Problem.unprocessable("invalid_person", "email must be an address.")));
  }
}
