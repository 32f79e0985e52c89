package io.holdfast.gateway.sessions;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where sessions are kept, and for how long.
 *
 * @param password of the role {@code gateway_app}
 * @param secretKeys what sessions are sealed under, the newest first
 * @param strangerIdle the time without a request after which a session before sign-in ends: short,
 *     so that strangers cannot fill the store
 * @param idle the same after sign-in
 * @param longest how long a session lasts at most, however busy it is
 */
@ConfigurationProperties("holdfast.sessions")
public record SessionProperties(
    @DefaultValue("127.0.0.1") String host,
    @DefaultValue("5432") int port,
    @DefaultValue("holdfast") String name,
    @DefaultValue("") String password,
    @DefaultValue("10") int poolSize,
    List<String> secretKeys,
    @DefaultValue("10m") Duration strangerIdle,
    @DefaultValue("2h") Duration idle,
    @DefaultValue("12h") Duration longest) {
  public SessionProperties {
    secretKeys = List.copyOf(secretKeys);
  }
}
