package io.holdfast.notification.listing;

import java.util.List;

/**
 * A row with what happened to it.
 *
 * @param lines oldest first
 */
public record Trailed<R, L>(R row, List<L> lines) {

  public Trailed {
    lines = List.copyOf(lines);
  }
}
