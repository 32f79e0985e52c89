package io.holdfast.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

final class RealPartsCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    RealParts parts = AnnotatedElementUtils.findMergedAnnotation(testClass, RealParts.class);
    return parts == null ? null : new RealPartsCustomizer(parts.value());
  }

  /** What leads a service to the real parts. */
  static List<String> properties() {
    return List.of(
        "holdfast.kafka=" + RealKafka.instance().servers(),
        "holdfast.database.host=127.0.0.1",
        "holdfast.database.port=" + RealPostgres.instance().port(),
        "holdfast.database.name=" + RealPostgres.DATABASE,
        "holdfast.database.app-password=" + RealPostgres.PASSWORD,
        "holdfast.database.background-password=" + RealPostgres.PASSWORD,
        "holdfast.security.issuer=" + TestTokens.issuer(),
        "holdfast.security.jwks=" + TestTokens.jwks(),
        "management.server.port=0");
  }

  /** A record, so that tests of one service share one application context. */
  private record RealPartsCustomizer(String service) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      RealPostgres.instance().prepare(service);
      TestPropertyValues.of(properties()).applyTo(context);
      context.getBeanFactory().registerSingleton("businessClock", new MovableClock());
    }
  }
}
