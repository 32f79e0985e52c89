package io.holdfast.gateway.services;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the instances of each service listen. */
@ConfigurationProperties("holdfast")
record ServiceAddresses(Map<Service, List<URI>> services) {
  ServiceAddresses {
    services = Map.copyOf(services);
    for (Service service : Service.values()) {
      List<URI> addresses = services.getOrDefault(service, List.of());
      if (addresses.isEmpty() || addresses.stream().anyMatch(one -> one.getHost() == null)) {
        throw new IllegalArgumentException(
            "holdfast.services."
                + service.key()
                + " is no address, or several with commas between: "
                + addresses);
      }
    }
  }

  List<URI> of(Service service) {
    return services.getOrDefault(service, List.of());
  }
}
