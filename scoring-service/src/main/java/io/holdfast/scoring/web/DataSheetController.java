package io.holdfast.scoring.web;

import io.holdfast.scoring.reporting.ReportAdoption;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/accounts/{accountId}/data-sheet")
@RequiresScope("health:read")
@Tag(name = "Adoption")
class DataSheetController {

  private final TenantTransactions tenants;
  private final ReportAdoption adoption;
  private final Moments moments;

  DataSheetController(TenantTransactions tenants, ReportAdoption adoption, Moments moments) {
    this.tenants = tenants;
    this.adoption = adoption;
    this.moments = moments;
  }

  @GetMapping(
      produces = {MediaType.APPLICATION_JSON_VALUE, CsvTable.TYPE, MediaType.TEXT_HTML_VALUE})
  @Operation(
      summary =
          "Where adoption is stuck: which feature, module, department and role lost whom, since"
              + " when",
      description =
          "`asOf` alone is as known now, `knownAt` alone is as of that instant. For the audience"
              + " `customer` nobody is named, only counted. People are ids; names stay with the"
              + " contacts. As CSV and as a page to print, too: by `Accept`, or `format=csv`,"
              + " `format=html`.")
  @Parameter(
      name = "format",
      in = ParameterIn.QUERY,
      description = "In the place of `Accept`",
      schema = @Schema(allowableValues = {"json", "csv", "html"}))
  @ApiResponse(responseCode = "200", description = "Also of an account without any use")
  Mono<DataSheetView> dataSheet(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt,
      @Parameter(description = "`internal`, the default, or `customer`")
          @RequestParam(required = false)
          @Nullable String audience) {
    Audience whom = Audience.of(audience);
    Optional<Instant> known = moments.upTo("knownAt", knownAt);
    Instant at = moments.upTo("asOf", asOf).or(() -> known).orElse(moments.now());
    Mono<DataSheetView> found =
        principal.maySee(accountId)
            ? tenants.run(
                principal.tenant(),
                () ->
                    adoption
                        .dataSheet(principal.tenant(), accountId, at, known)
                        .map(report -> DataSheetView.of(report, whom)))
            : Mono.empty();
    return found.switchIfEmpty(Mono.error(() -> AccountController.unknown(accountId)));
  }
}
