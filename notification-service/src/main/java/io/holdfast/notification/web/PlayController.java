package io.holdfast.notification.web;

import io.holdfast.notification.listing.PlayList;
import io.holdfast.notification.listing.PlayRunList;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1")
@RequiresScope("plays:read")
@Tag(name = "Plays", description = "What is done when an account is in danger, and what was done")
class PlayController {

  private final PlayList plays;
  private final PlayRunList runs;
  private final TenantTransactions transactions;
  private final JsonMapper json;

  PlayController(
      PlayList plays, PlayRunList runs, TenantTransactions transactions, JsonMapper json) {
    this.plays = plays;
    this.runs = runs;
    this.transactions = transactions;
    this.json = json;
  }

  @GetMapping("/plays")
  @Paged
  @Operation(summary = "List plays", description = "By name. Sort keys: `name`, `key`.")
  Mono<Page<PlayView>> plays(Principal principal, @Parameter(hidden = true) ListQuery query) {
    return transactions
        .run(principal.tenant(), () -> plays.page(query.page("name", PlayList.SORTINGS)))
        .map(Pages.of(play -> PlayView.of(json.readTree(play))));
  }

  @GetMapping("/play-runs")
  @Paged
  @Operation(
      summary = "List runs with the audit of every step",
      description = "Newest first unless asked otherwise. Sort keys: `at`, `account`.")
  Mono<Page<PlayRunView>> runs(
      Principal principal,
      @Parameter(hidden = true) ListQuery query,
      @Parameter(description = "The tenant's own account_id") @RequestParam(required = false)
          @Nullable String account,
      @Parameter(description = "`key` of a play") @RequestParam(required = false)
          @Nullable String play,
      @Parameter(description = "`alertId`") @RequestParam(required = false)
          @Nullable String alert) {
    PlayRunList.Filter filter =
        new PlayRunList.Filter(
            Words.plain("account", account),
            Words.plain("play", play),
            Ids.inQuery("alert", alert),
            principal.accounts());
    return transactions
        .run(principal.tenant(), () -> runs.page(query.page("-at", PlayRunList.SORTINGS), filter))
        .map(Pages.of(PlayRunView::of));
  }
}
