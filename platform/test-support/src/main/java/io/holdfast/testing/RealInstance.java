package io.holdfast.testing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance of a service with the real parts, started and stopped by a test itself. */
public final class RealInstance implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private RealInstance(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param service names the schema; instances of the same share it
   * @param settings beside those of the real parts, or in their place
   */
  public static RealInstance start(
      Class<?> application, String service, Map<String, String> settings) {
    RealPostgres.instance().prepare(service);
    Map<String, String> all = new TreeMap<>();
    for (String property : RealPartsCustomizerFactory.properties()) {
      String[] parts = property.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    all.put("spring.application.name", service);
    all.put("server.port", "0");
    all.putAll(settings);
    String[] arguments =
        all.entrySet().stream()
            .map(one -> "--" + one.getKey() + "=" + one.getValue())
            .toArray(String[]::new);
    return new RealInstance(new SpringApplicationBuilder(application).run(arguments));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
