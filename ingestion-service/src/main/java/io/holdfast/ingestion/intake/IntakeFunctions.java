package io.holdfast.ingestion.intake;

import io.holdfast.messaging.Intake;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class IntakeFunctions {

  @Bean
  Consumer<Message<List<byte[]>>> payloads(Intake intake, PayloadHandler handler) {
    return intake.consumer("payloads", handler);
  }
}
