package io.holdfast.notification.listing;

import io.holdfast.notification.channel.Channel;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Channels. */
public interface ChannelList {

  Set<String> SORTINGS = Set.of("name", "at");

  Mono<Page<Channel>> page(PageQuery query);
}
