package io.holdfast.ingestion.imports;

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
  private byte first;
  private boolean begun;

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
        lookForFirst(from);
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

  boolean blank() {
    return !begun;
  }

  /** A JSON object begins like no header of a CSV file. */
  boolean beginsLikeJson() {
    return first == '{';
  }

  private void lookForFirst(int from) {
    for (int i = from; i < filled && !begun; i++) {
      byte b = open[i];
      boolean mark = b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf;
      if (!mark && b > ' ') {
        first = b;
        begun = true;
      }
    }
  }
}
