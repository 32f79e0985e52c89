package io.holdfast.gateway.routes;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where each service listens. */
@ConfigurationProperties("holdfast")
public record ServiceAddresses(Map<Service, URI> services) {
  public ServiceAddresses {
    services = Map.copyOf(services);
    for (Service service : Service.values()) {
      URI address = services.get(service);
      if (address == null || address.getHost() == null) {
        throw new IllegalArgumentException("holdfast.services." + service.key() + " is no address");
      }
    }
  }

  public URI of(Service service) {
    URI address = services.get(service);
    if (address == null) {
      throw new IllegalArgumentException("no address for " + service);
    }
    return address;
  }
}
