package io.holdfast.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The plays every tenant begins with: data beside the code, {@code plays/<key>.v<version>.json}.
 */
final class ShippedPlays {

  private ShippedPlays() {}

  static List<String> read() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:plays/*.json");
      return Arrays.stream(files).map(ShippedPlays::text).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
