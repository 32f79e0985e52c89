package io.holdfast.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a Java program with bounded memory, so that all parts fit one machine. The
 * optimising compiler is off: over a start and a load of the demo company it used up more processor
 * time than it saved (355 s against 279 s), and a quarter of a gigabyte.
 */
public record JavaProgram(
    Path javaHome, int heapMegabytes, List<String> target, List<String> extra) {

  public JavaProgram {
    target = List.copyOf(target);
    extra = List.copyOf(extra);
  }

  /** With the Java that runs this. */
  public static JavaProgram ofClass(String mainClass, String classPath, int heapMegabytes) {
    return new JavaProgram(
        ownJava(), heapMegabytes, List.of("-cp", classPath, mainClass), List.of());
  }

  public static JavaProgram ofJar(Path jar, int heapMegabytes) {
    return new JavaProgram(ownJava(), heapMegabytes, List.of("-jar", jar.toString()), List.of());
  }

  public JavaProgram with(String... options) {
    List<String> all = new ArrayList<>(extra);
    all.addAll(List.of(options));
    return new JavaProgram(javaHome, heapMegabytes, target, all);
  }

  public List<String> command(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(javaHome.resolve("bin/java").toString());
    words.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:MaxDirectMemorySize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8"));
    words.addAll(extra);
    words.addAll(target);
    words.addAll(List.of(arguments));
    return List.copyOf(words);
  }

  private static Path ownJava() {
    return Path.of(System.getProperty("java.home"));
  }
}
