package io.holdfast.notification.web;

import io.holdfast.notification.persistence.PlayList;
import io.holdfast.notification.persistence.PlayRunList;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1")
@RequiresScope("plays:read")
@Tag(name = "Plays", description = "What is done when an account is in danger, and what was done")
class PlayController {

  private final PlayList plays;
  private final PlayRunList runs;
  private final TenantTransactions transactions;

  PlayController(PlayList plays, PlayRunList runs, TenantTransactions transactions) {
    this.plays = plays;
    this.runs = runs;
    this.transactions = transactions;
  }

  @GetMapping("/plays")
  @Paged
  @Operation(summary = "List plays", description = "By name. Sort keys: `name`, `key`.")
  Mono<Page<PlayView>> plays(
      Principal principal, @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    PageQuery page = PageQuery.parse(query, "name", Set.of("name", "key"));
    return transactions.stream(principal.tenant(), () -> plays.page(page))
        .map(PlayController::view)
        .collectList()
        .map(
            views ->
                page.page(
                    views,
                    view ->
                        new Position(
                            page.sort().equals("name") ? view.name() : view.key(),
                            view.key() + ":" + view.version())));
  }

  @GetMapping("/play-runs")
  @Paged
  @Operation(
      summary = "List runs with the audit of every step",
      description = "Newest first unless asked otherwise. Sort keys: `at`, `account`.")
  Mono<Page<PlayRunView>> runs(
      Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String play,
      @RequestParam(required = false) @Nullable String alert) {
    PageQuery page = PageQuery.parse(query, "-at", Set.of("at", "account"));
    PlayRunList.Filter filter =
        new PlayRunList.Filter(account, play, Ids.inQuery("alert", alert), principal.accounts());
    return transactions
        .run(principal.tenant(), () -> runs.page(page, filter))
        .map(listed -> listed.stream().map(PlayRunView::of).toList())
        .map(
            views ->
                page.page(
                    views,
                    view ->
                        new Position(
                            page.sort().equals("at")
                                ? view.startedAt().toString()
                                : view.accountId(),
                            view.runId().toString())));
  }

  private static PlayView view(JsonNode play) {
    return new PlayView(
        play.required("key").asString(),
        play.required("version").asInt(),
        play.required("name").asString(),
        play.required("kind").asString(),
        play.required("state").asString(),
        play.required("cooldown").asString(),
        play.required("trigger"),
        play.required("steps"),
        play.required("exits"));
  }
}
