package io.holdfast.notification.web;

import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.notice.FleetNotice;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.person.EmailAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A channel somebody wants to add; its readers say what is wrong with it, field by field. */
@Schema(name = "NewChannel")
record ChannelRequest(
    @Schema(allowableValues = {"email", "slack", "webhook"}) @Nullable String type,
    @Schema(example = "CS team") @Nullable String name,
    @Schema(description = "Where to post; for slack and webhook") @Nullable String url,
    @Schema(description = "Addresses of a mail channel; left out: each account's own owner")
        @Nullable List<@Nullable String> to,
    @Schema(
            description =
                "Types of message to send, of alert.opened, alert.worsened, alert.closed,"
                    + " alert.digest, fleet.silent, fleet.silence_over; left out: alert.opened,"
                    + " alert.worsened, alert.digest")
        @Nullable List<@Nullable String> events) {

  static final String ADDRESS_NOT_ALLOWED = "address_not_allowed";

  private static final Set<String> TYPES = Set.of("email", "slack", "webhook");
  private static final List<String> USUAL = List.of(Notice.OPENED, Notice.WORSENED, Notice.DIGEST);
  private static final Set<String> EVENTS =
      Set.of(
          Notice.OPENED,
          Notice.WORSENED,
          Notice.CLOSED,
          Notice.DIGEST,
          FleetNotice.SILENT,
          FleetNotice.OVER);
  private static final int LONGEST_NAME = 100;
  private static final int MOST_ADDRESSES = 50;

  ChannelType readType() {
    if (type == null || !TYPES.contains(type)) {
      throw Field.wrong("invalid_type", "type", "'type' must be one of email, slack, webhook");
    }
    return ChannelType.valueOf(type.toUpperCase(Locale.ROOT));
  }

  String readName() {
    return Field.line("name", name, LONGEST_NAME);
  }

  /** The address to call; null for mail. */
  @Nullable Destination readUrl(ChannelType read) {
    if (read == ChannelType.EMAIL) {
      if (url != null) {
        throw Field.wrong(
            "unexpected_url", "url", "A mail channel has no 'url'; name its addresses in 'to'");
      }
      return null;
    }
    if (url == null || url.isBlank()) {
      throw Field.wrong("missing_url", "url", "'url' is needed for a " + type + " channel");
    }
    return switch (Destination.read(url)) {
      case Destination.Readable readable -> readable.destination();
      case Destination.Malformed malformed ->
          throw Field.wrong(ADDRESS_NOT_ALLOWED, "url", malformed.because());
    };
  }

  List<EmailAddress> readTo(ChannelType read) {
    if (to == null || to.isEmpty()) {
      return List.of();
    }
    if (read != ChannelType.EMAIL) {
      throw Field.wrong("unexpected_to", "to", "Only a mail channel has addresses in 'to'");
    }
    if (to.size() > MOST_ADDRESSES) {
      throw Field.wrong(
          "too_many_addresses", "to", "'to' may name " + MOST_ADDRESSES + " addresses at most");
    }
    return to.stream()
        .map(
            text ->
                EmailAddress.parse(text)
                    .orElseThrow(
                        () ->
                            Field.wrong(
                                "invalid_address", "to", "'" + text + "' is no e-mail address")))
        .distinct()
        .toList();
  }

  List<String> readEvents() {
    if (events == null || events.isEmpty()) {
      return USUAL;
    }
    return events.stream().map(ChannelRequest::event).distinct().toList();
  }

  private static String event(@Nullable String text) {
    if (text == null || !EVENTS.contains(text)) {
      throw Field.wrong(
          "invalid_event", "events", "'" + text + "' is not one of " + new TreeSet<>(EVENTS));
    }
    return text;
  }
}
