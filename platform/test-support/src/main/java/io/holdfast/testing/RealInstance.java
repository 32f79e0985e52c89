package io.holdfast.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * @param settings beside those of the real parts
   */
  public static RealInstance start(
      Class<?> application, String service, Map<String, String> settings) {
    RealPostgres.instance().prepare(service);
    List<String> arguments = new ArrayList<>();
    RealPartsCustomizerFactory.properties().forEach(property -> arguments.add("--" + property));
    arguments.add("--spring.application.name=" + service);
    arguments.add("--server.port=0");
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return new RealInstance(
        new SpringApplicationBuilder(application).run(arguments.toArray(String[]::new)));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
