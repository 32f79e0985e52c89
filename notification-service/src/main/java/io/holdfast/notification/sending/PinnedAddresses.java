package io.holdfast.notification.sending;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Connects to addresses that were checked before, whatever the name resolves to by now: a second
 * look-up could be answered differently than the one that was judged.
 */
final class PinnedAddresses extends AddressResolverGroup<InetSocketAddress> {

  private final List<InetAddress> addresses;

  PinnedAddresses(List<InetAddress> addresses) {
    this.addresses = List.copyOf(addresses);
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
    return new AbstractAddressResolver<>(executor, InetSocketAddress.class) {

      /** Never: an address literal must not pass by the check either. */
      @Override
      protected boolean doIsResolved(InetSocketAddress address) {
        return false;
      }

      @Override
      protected void doResolve(InetSocketAddress wanted, Promise<InetSocketAddress> promise) {
        promise.setSuccess(new InetSocketAddress(addresses.getFirst(), wanted.getPort()));
      }

      @Override
      protected void doResolveAll(
          InetSocketAddress wanted, Promise<List<InetSocketAddress>> promise) {
        promise.setSuccess(
            addresses.stream()
                .map(address -> new InetSocketAddress(address, wanted.getPort()))
                .toList());
      }
    };
  }
}
