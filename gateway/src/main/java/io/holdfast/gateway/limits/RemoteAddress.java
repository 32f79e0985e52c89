package io.holdfast.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request comes from; of IPv6 the first 64 bits, which one site has to itself. */
final class RemoteAddress {
  private static final int PREFIX_BYTES = 8;

  private RemoteAddress() {}

  static String of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    InetAddress address = remote == null ? null : remote.getAddress();
    if (address == null) {
      return "unknown";
    }
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), PREFIX_BYTES))
        : address.getHostAddress();
  }
}
