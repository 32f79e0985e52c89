package io.holdfast.notification.telling;

import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.FleetNotice;
import io.holdfast.notification.notice.Notice;
import java.net.URI;
import java.time.Instant;

/** Puts notices into the form of a channel. */
public interface Messages {

  String one(ChannelType type, Notice notice);

  String digest(ChannelType type, DigestNotice digest);

  String fleet(ChannelType type, FleetNotice notice);

  /** A message that only shows that the channel works. */
  String test(ChannelType type, String channel, URI console, Instant at);
}
