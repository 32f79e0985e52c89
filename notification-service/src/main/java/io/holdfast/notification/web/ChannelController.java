package io.holdfast.notification.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.channel.WebhookSecret;
import io.holdfast.notification.listing.ChannelList;
import io.holdfast.notification.telling.Addresses;
import io.holdfast.notification.telling.Channels;
import io.holdfast.notification.telling.TestChannel;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/channels")
@Tag(name = "Channels", description = "Where messages go: mail, Slack, signed webhooks")
class ChannelController {

  private final ChannelList list;
  private final Channels channels;
  private final TestChannel test;
  private final Addresses addresses;
  private final Edits edits;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ChannelController(
      ChannelList list,
      Channels channels,
      TestChannel test,
      Addresses addresses,
      Edits edits,
      TenantTransactions transactions,
      Clock businessClock) {
    this.list = list;
    this.channels = channels;
    this.test = test;
    this.addresses = addresses;
    this.edits = edits;
    this.transactions = transactions;
    this.clock = businessClock;
  }

  record TestView(List<UUID> deliveryIds) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("channels:write")
  @Operation(
      summary = "Add a channel",
      description =
          "A webhook's `secret` is shown in this answer only. Messages are signed as Standard"
              + " Webhooks has it. Only public addresses are called: any other is refused with"
              + " 422.")
  Mono<ChannelView> add(Principal principal, @RequestBody ChannelRequest request) {
    Channel channel = read(request);
    return allowed(channel)
        .flatMap(
            fine ->
                transactions.run(
                    principal.wholeTenant(), () -> channels.add(fine).thenReturn(fine)))
        .map(ChannelView::added);
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Paged
  @Operation(summary = "List channels", description = "By name. Sort keys: `name`, `at`.")
  Mono<Page<ChannelView>> list(Principal principal, @Parameter(hidden = true) ListQuery query) {
    return transactions
        .run(principal.wholeTenant(), () -> list.page(query.page("name", ChannelList.SORTINGS)))
        .map(Pages.of(ChannelView::of));
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Editable
  @Operation(summary = "One channel")
  Mono<ResponseEntity<ChannelView>> one(Principal principal, @PathVariable String id) {
    return transactions
        .run(principal.wholeTenant(), () -> channels.byId(Ids.inPath("channel", id)))
        .map(ChannelView::of)
        .map(edits::tagged)
        .switchIfEmpty(Mono.error(() -> Ids.missing("channel", id)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope("channels:write")
  @Operation(summary = "Remove a channel", description = "What is still to be sent is given up.")
  Mono<Void> remove(Principal principal, Conditions terms, @PathVariable String id) {
    UUID channel = Ids.inPath("channel", id);
    return transactions
        .run(
            principal.wholeTenant(),
            () ->
                edits.edit(
                    terms,
                    "channel/" + channel,
                    () -> channels.byId(channel).map(ChannelView::of),
                    () -> channels.remove(channel)))
        .flatMap(removed -> removed ? Mono.empty() : Mono.error(() -> Ids.missing("channel", id)));
  }

  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequiresScope("channels:write")
  @Operation(
      summary = "Send a test message",
      description = "Answers the ids of its deliveries; see `GET /api/v1/deliveries?channel=`.")
  Mono<TestView> test(Principal principal, @PathVariable String id) {
    return transactions
        .run(
            principal.wholeTenant(),
            () ->
                channels
                    .byId(Ids.inPath("channel", id))
                    .flatMap(channel -> test.through(principal.tenant(), channel)))
        .switchIfEmpty(Mono.error(() -> Ids.missing("channel", id)))
        .map(
            begun -> {
              if (begun.isEmpty()) {
                throw Field.wrong(
                    "no_address", "to", "This mail channel has no address of its own to test");
              }
              return new TestView(begun);
            });
  }

  private Channel read(ChannelRequest request) {
    ChannelType type = request.readType();
    return new Channel(
        UuidCreator.getTimeOrderedEpoch(),
        type,
        request.readName(),
        request.readUrl(type),
        request.readTo(type),
        request.readEvents(),
        type == ChannelType.WEBHOOK ? WebhookSecret.random(random) : null,
        null,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Mono<Channel> allowed(Channel channel) {
    return Mono.justOrEmpty(channel.destination())
        .flatMap(
            destination ->
                addresses
                    .objectionTo(destination)
                    .flatMap(because -> Mono.error(refused(destination, because))))
        .thenReturn(channel);
  }

  private static Throwable refused(Destination destination, String because) {
    return Field.wrong(
        ChannelRequest.ADDRESS_NOT_ALLOWED,
        "url",
        because
            + ". Use an address on the public internet; on a local platform start it with"
            + " --allow-egress "
            + destination.hostAndPort());
  }
}
