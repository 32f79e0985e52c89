package io.holdfast.notification.web;

import io.holdfast.tenancy.Page;
import java.util.function.Function;

/** Shows pages. */
final class Pages {

  private Pages() {}

  static <T, V> Function<Page<T>, Page<V>> of(Function<T, V> view) {
    return page -> new Page<>(page.items().stream().map(view).toList(), page.next());
  }
}
