package io.holdfast.metrics;

import static java.util.stream.Collectors.toMap;

import io.holdfast.metrics.policy.Fraction;
import io.holdfast.metrics.policy.Interval;
import io.holdfast.metrics.policy.MetricPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** A metric policy as it stands in a file. */
record PolicyFile(
    String name,
    int version,
    Map<String, String> factors,
    Set<String> unpaidStatuses,
    Set<String> endedStatuses,
    int pastDueDays,
    int lapsedDays) {

  static MetricPolicy read(Resource file) {
    try (InputStream content = file.getInputStream()) {
      return JsonMapper.shared().readValue(content, PolicyFile.class).toDomain();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private MetricPolicy toDomain() {
    Map<Interval, Fraction> exact =
        factors.entrySet().stream()
            .collect(
                toMap(
                    entry -> Interval.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                    entry -> Fraction.parse(entry.getValue())));
    return new MetricPolicy(
        name, version, exact, unpaidStatuses, endedStatuses, pastDueDays, lapsedDays);
  }
}
