package io.holdfast.gateway.console;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The console's addresses: each of them is the one page, which shows what its address says. */
@RestController
class ConsolePages {
  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final ConsoleShell shell;

  ConsolePages(ConsoleShell shell) {
    this.shell = shell;
  }

  @GetMapping({
    "/",
    "/portfolio",
    "/accounts",
    "/accounts/**",
    "/revenue",
    "/alerts",
    "/models",
    "/models/**"
  })
  ResponseEntity<String> page() {
    return fresh(MediaType.TEXT_HTML).body(shell.html());
  }

  @GetMapping({"/favicon.svg", "/favicon.ico"})
  ResponseEntity<Resource> icon() {
    return fresh(SVG).body(new ClassPathResource("console/favicon.svg"));
  }

  private static ResponseEntity.BodyBuilder fresh(MediaType type) {
    return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noCache());
  }
}
