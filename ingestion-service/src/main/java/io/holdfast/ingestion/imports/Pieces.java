package io.holdfast.ingestion.imports;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** Cuts a streamed body into pieces of one size. One for each body; not shared. */
final class Pieces {
  private byte[] open = new byte[Chunks.SIZE];
  private int filled;
  private long total;
  private final Beginning beginning = new Beginning();
  private final MessageDigest digest = sha256();

  /** Takes the bytes over and gives the pieces that are full now. */
  List<byte[]> add(DataBuffer buffer) {
    try {
      List<byte[]> full = new ArrayList<>();
      while (buffer.readableByteCount() > 0) {
        int length = Math.min(buffer.readableByteCount(), open.length - filled);
        int from = filled;
        buffer.read(open, from, length);
        filled += length;
        total += length;
        beginning.look(open, from, filled);
        digest.update(open, from, length);
        if (filled == open.length) {
          full.add(open);
          open = new byte[Chunks.SIZE];
          filled = 0;
        }
      }
      return full;
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  /** The last piece, which is not full. */
  List<byte[]> rest() {
    return filled == 0 ? List.of() : List.of(Arrays.copyOf(open, filled));
  }

  long total() {
    return total;
  }

  Beginning beginning() {
    return beginning;
  }

  /** SHA-256 of all that came; to be asked once, at the end. */
  byte[] digest() {
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
