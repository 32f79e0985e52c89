package io.holdfast.local.command;

import java.util.List;

/** Something a person can type. */
interface Command {

  /** How it is called, in one line. */
  String usage();

  /**
   * @return the exit code
   * @throws io.holdfast.local.Misuse when the words are not of its usage
   * @throws io.holdfast.local.Refusal when it cannot be done now
   */
  int run(List<String> words) throws InterruptedException;
}
