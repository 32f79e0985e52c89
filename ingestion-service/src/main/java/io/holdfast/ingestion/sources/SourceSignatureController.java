package io.holdfast.ingestion.sources;

import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Sources")
class SourceSignatureController {
  private final SourceSettings settings;
  private final SourceEdits edits;
  private final TenantTransactions transactions;

  SourceSignatureController(
      SourceSettings settings, SourceEdits edits, TenantTransactions transactions) {
    this.settings = settings;
    this.edits = edits;
    this.transactions = transactions;
  }

  record SignatureView(
      String scheme,
      @Schema(description = "Only where Holdfast made it up, this once: whsec_<base64>")
          @Nullable String signingSecret) {}

  @PutMapping("/api/v1/sources/{sourceId}/signature")
  @RequiresScope("sources:write")
  @Operation(
      summary = "Say how a source signs",
      description =
          """
          For sources of kind json. standard: by Standard Webhooks, under the secret given or a new one. hmac: \
          HMAC-SHA256 under the bytes of secret's text, in hex or base64 behind prefix in header, of what signed says. \
          With timestampHeader a delivery older than toleranceSeconds is refused; without, and without idHeader, the \
          same body again has no second effect. In effect at once. The ETag is the source's.\
          """)
  Mono<ResponseEntity<SignatureView>> put(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable UUID sourceId,
      @RequestBody SignatureRequest request) {
    Optional<SignatureRule> rule = request.rule();
    SigningSecret secret = request.signingSecret();
    SignatureView view = new SignatureView(rule.isPresent() ? "hmac" : "standard", secret.shown());
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                edits
                    .edit(terms, sourceId, () -> settings.sign(sourceId, rule, secret))
                    .filter(signed -> signed)
                    .flatMap(_ -> edits.tagged(sourceId, view)))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problem.notFound(
                        "unknown_source", "there is no source " + sourceId + " of kind json")));
  }
}
