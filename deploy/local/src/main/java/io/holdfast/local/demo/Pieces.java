package io.holdfast.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Lines in handy pieces of bytes, made only when the connection asks for more. */
final class Pieces implements Iterator<byte[]> {

  private static final int SIZE = 32 * 1024;

  private final Iterator<String> lines;

  Pieces(Iterator<String> lines) {
    this.lines = lines;
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public byte[] next() {
    var piece = new StringBuilder(SIZE + 256).append(lines.next());
    while (piece.length() < SIZE && lines.hasNext()) {
      piece.append(lines.next());
    }
    return piece.toString().getBytes(StandardCharsets.UTF_8);
  }
}
