package io.holdfast.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Files as they lie on the classpath. Libraries have their version in the address and never change
 * under it; the console's own files are asked about each time and answered 304.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebFluxConfigurer {
  private static final List<String> MODULES =
      List.of("lit", "lit-html", "lit-element", "reactive-element", "echarts");
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final Map<String, MediaType> TYPES =
      Map.of("mjs", new MediaType("text", "javascript"), "js", new MediaType("text", "javascript"));

  private final Map<String, String> tags = new ConcurrentHashMap<>();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (String module : MODULES) {
      library(registry, module, "classpath:/META-INF/resources/_static/" + module + "/");
    }
    library(registry, "swagger-ui", "classpath:/META-INF/resources/webjars/swagger-ui/");
    own(registry, "/console/**", "classpath:/console/");
    own(registry, "/docs/**", "classpath:/documentation/");
  }

  private void library(ResourceHandlerRegistry registry, String name, String folder) {
    serve(registry, "/lib/" + name + "/**", folder, FOR_EVER);
  }

  private void own(ResourceHandlerRegistry registry, String path, String folder) {
    serve(registry, path, folder, CacheControl.noCache());
  }

  private void serve(
      ResourceHandlerRegistry registry, String path, String folder, CacheControl caching) {
    registry
        .addResourceHandler(path)
        .addResourceLocations(folder)
        .setCacheControl(caching)
        .setUseLastModified(false)
        .setEtagGenerator(this::tag)
        .setMediaTypes(TYPES);
  }

  /** Of the content; a jar's files are read for it once. */
  private String tag(Resource file) {
    try {
      return tags.computeIfAbsent(file.getURL() + "@" + file.lastModified(), _ -> digest(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Resource file) {
    try (var content = file.getInputStream()) {
      return '"' + DigestUtils.md5DigestAsHex(content) + '"';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
