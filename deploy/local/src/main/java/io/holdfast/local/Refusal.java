package io.holdfast.local;

/** Something the person at the keyboard can put right, said in one sentence. */
public final class Refusal extends RuntimeException {

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
