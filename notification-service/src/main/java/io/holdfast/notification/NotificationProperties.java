package io.holdfast.notification;

import io.holdfast.notification.channel.EgressPolicy;
import io.holdfast.notification.delivery.DigestPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service.
 *
 * @param console address of the console, for links in messages
 * @param mailFrom sender of mail
 * @param secretKeys what channels' secrets are sealed under; the first seals, all open
 * @param egressAllow {@code host:port} pairs that may be called although they are not public
 */
@ConfigurationProperties("holdfast.notification")
record NotificationProperties(
    URI console,
    String mailFrom,
    List<String> secretKeys,
    @DefaultValue Set<String> egressAllow,
    Digest digest) {

  record Digest(Duration quiet, Duration longest) {}

  DigestPolicy digestPolicy() {
    return new DigestPolicy(digest.quiet(), digest.longest());
  }

  EgressPolicy egressPolicy() {
    return new EgressPolicy(egressAllow);
  }
}
