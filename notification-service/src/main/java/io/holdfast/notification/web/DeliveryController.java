package io.holdfast.notification.web;

import io.holdfast.notification.delivering.ResendDelivery;
import io.holdfast.notification.delivering.ResendDelivery.Resending;
import io.holdfast.notification.listing.DeliveryList;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/deliveries")
@Tag(name = "Deliveries", description = "Every message, every try, and what came of it")
class DeliveryController {

  private static final Set<String> STATES = Set.of("pending", "delivered", "dead");

  private final DeliveryList deliveries;
  private final ResendDelivery resend;
  private final TenantTransactions transactions;

  DeliveryController(
      DeliveryList deliveries, ResendDelivery resend, TenantTransactions transactions) {
    this.deliveries = deliveries;
    this.resend = resend;
    this.transactions = transactions;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Paged
  @Operation(summary = "List deliveries", description = "Newest first. Sort key: `at`.")
  Mono<Page<DeliveryView>> list(
      Principal principal,
      @Parameter(hidden = true) ListQuery query,
      @Parameter(description = "`alertId`") @RequestParam(required = false) @Nullable String alert,
      @Parameter(description = "`channelId`") @RequestParam(required = false)
          @Nullable String channel,
      @Parameter(schema = @Schema(allowableValues = {"pending", "delivered", "dead"}))
          @RequestParam(required = false)
          @Nullable String state) {
    DeliveryList.Filter filter =
        new DeliveryList.Filter(
            Ids.inQuery("alert", alert),
            Ids.inQuery("channel", channel),
            Words.oneOf("state", state, STATES),
            principal.accounts());
    return transactions
        .run(
            principal.tenant(),
            () -> deliveries.page(query.page("-at", DeliveryList.SORTINGS), filter))
        .map(Pages.of(DeliveryView::of));
  }

  @PostMapping("/{id}/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequiresScope("channels:write")
  @Operation(
      summary = "Try a dead delivery again",
      description = "Begins a new round of tries with the same message id.")
  Mono<DeliveryView> resend(Principal principal, @PathVariable String id) {
    UUID delivery = Ids.inPath("delivery", id);
    return transactions
        .run(
            principal.tenant(),
            () ->
                deliveries
                    .shows(delivery, principal.accounts())
                    .filter(shown -> shown)
                    .flatMap(_ -> resend.of(principal.tenant(), delivery)))
        .switchIfEmpty(Mono.error(() -> Ids.missing("delivery", id)))
        .map(DeliveryController::begun);
  }

  private static DeliveryView begun(Resending resending) {
    return switch (resending) {
      case Resending.Begun begun -> DeliveryView.of(begun.delivery(), List.of());
      case Resending.NotDead alive ->
          throw Problem.conflict(
              "delivery_not_dead",
              "The delivery is "
                  + alive.delivery().state().code()
                  + "; only a dead one can be sent again");
    };
  }
}
