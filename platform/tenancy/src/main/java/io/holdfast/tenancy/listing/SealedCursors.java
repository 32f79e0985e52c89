package io.holdfast.tenancy.listing;

import io.holdfast.tenancy.Cursors;
import io.holdfast.tenancy.sealing.Seal;
import java.util.Base64;
import java.util.Optional;

/**
 * Cursors that tell nothing of the row they stand at, which may be somebody's name, and that open
 * for one list only.
 *
 * @param list the path and the filters
 */
record SealedCursors(Seal seal, String list) implements Cursors {
  private static final int LONGEST = 8_192;

  @Override
  public String close(String place) {
    return written(seal.close(place, list));
  }

  @Override
  public Optional<String> open(String cursor) {
    if (cursor.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] sealedPlace = Base64.getUrlDecoder().decode(cursor);
      // the last letter has bits that decoding ignores
      return written(sealedPlace).equals(cursor)
          ? seal.tryOpen(sealedPlace, list)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String written(byte[] sealedPlace) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealedPlace);
  }
}
