package io.holdfast.notification.channel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others (IANA special-purpose registries, read
 * 2026).
 */
final class PublicAddress {

  private static final List<Block> NOT_PUBLIC_V4 =
      List.of(
          Block.of("0.0.0.0/8"),
          Block.of("10.0.0.0/8"),
          Block.of("100.64.0.0/10"),
          Block.of("127.0.0.0/8"),
          Block.of("169.254.0.0/16"),
          Block.of("172.16.0.0/12"),
          Block.of("192.0.0.0/24"),
          Block.of("192.0.2.0/24"),
          Block.of("192.88.99.0/24"),
          Block.of("192.168.0.0/16"),
          Block.of("198.18.0.0/15"),
          Block.of("198.51.100.0/24"),
          Block.of("203.0.113.0/24"),
          Block.of("224.0.0.0/4"),
          Block.of("240.0.0.0/4"),
          // Metadata and platform services that clouds serve on routable addresses
          Block.of("168.63.129.16/32"));

  /** Only global unicast is public, and of that not these. */
  private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

  private static final List<Block> NOT_PUBLIC_V6 =
      List.of(
          Block.of("2001::/23"),
          Block.of("2001:db8::/32"),
          Block.of("2002::/16"),
          Block.of("3ffe::/16"),
          Block.of("3fff::/20"));

  private PublicAddress() {}

  /**
   * Whether an address is public. IPv6 addresses that carry an IPv4 address inside (mapped,
   * compatible, 6to4, NAT64, Teredo) lie outside of global unicast or in a refused block, so none
   * is ever public.
   */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return NOT_PUBLIC_V4.stream().noneMatch(block -> block.holds(bytes));
    }
    return GLOBAL_UNICAST.holds(bytes)
        && NOT_PUBLIC_V6.stream().noneMatch(block -> block.holds(bytes));
  }

  private record Block(byte[] network, int bits) {

    static Block of(String cidr) {
      int slash = cidr.indexOf('/');
      try {
        return new Block(
            InetAddress.getByName(cidr.substring(0, slash)).getAddress(),
            Integer.parseInt(cidr.substring(slash + 1)));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(cidr, e);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      int whole = bits / 8;
      if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
        return false;
      }
      int rest = bits % 8;
      if (rest == 0) {
        return true;
      }
      int mask = 0xff << (8 - rest) & 0xff;
      return (address[whole] & mask) == (network[whole] & mask);
    }
  }
}
