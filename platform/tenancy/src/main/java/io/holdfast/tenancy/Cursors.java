package io.holdfast.tenancy;

import java.util.Optional;

/**
 * Makes of a place in a list what its reader is given, and the place of it again. A cursor opens
 * only for the tenant, the list and the filters it was given out for, and only unaltered.
 */
public interface Cursors {
  String close(String place);

  /** Empty when the cursor was not given out here. */
  Optional<String> open(String cursor);
}
