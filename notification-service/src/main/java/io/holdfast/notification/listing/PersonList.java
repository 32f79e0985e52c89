package io.holdfast.notification.listing;

import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Set;
import reactor.core.publisher.Mono;

/** People. */
public interface PersonList {

  Set<String> SORTINGS = Set.of("name", "email");

  Mono<Page<Person>> page(PageQuery query);
}
