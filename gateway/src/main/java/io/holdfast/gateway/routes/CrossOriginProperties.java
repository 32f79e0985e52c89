package io.holdfast.gateway.routes;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may use the API from a browser.
 *
 * @param origins each a scheme, a host and perhaps a port; no pattern and no {@code *}
 */
@ConfigurationProperties("holdfast.cors")
record CrossOriginProperties(@DefaultValue List<String> origins) {
  CrossOriginProperties {
    origins = origins.stream().map(String::trim).filter(origin -> !origin.isEmpty()).toList();
    for (String origin : origins) {
      if (!isOrigin(origin)) {
        throw new IllegalArgumentException(
            "HOLDFAST_CORS_ORIGINS: " + origin + " is no origin such as https://app.example.com");
      }
    }
  }

  private static boolean isOrigin(String text) {
    try {
      URI origin = URI.create(text);
      return ("https".equals(origin.getScheme()) || "http".equals(origin.getScheme()))
          && origin.getHost() != null
          && origin.getRawPath().isEmpty()
          && origin.getRawQuery() == null
          && origin.getRawFragment() == null
          && origin.getRawUserInfo() == null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
