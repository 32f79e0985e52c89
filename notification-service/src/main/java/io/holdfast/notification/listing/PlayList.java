package io.holdfast.notification.listing;

import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Plays. */
public interface PlayList {

  Set<String> SORTINGS = Set.of("name", "key");

  /** Each as the JSON it is written in. */
  Mono<Page<String>> page(PageQuery query);
}
