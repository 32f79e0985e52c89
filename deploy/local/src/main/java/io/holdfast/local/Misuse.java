package io.holdfast.local;

/** Words that a command does not understand, said in one sentence; its usage stands below. */
public final class Misuse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Misuse(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
