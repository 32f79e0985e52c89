package io.holdfast.benchmarks;

/** Something of ours beside its limit or peer. */
public interface Comparison {
  /** As it is asked for on the command line. */
  String name();

  void run(Platform platform, Report report) throws Exception;
}
