package io.holdfast.local.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where the people of the local tenants sign in; it says who they are. */
@RestController
class SignInPage {

  private final String page = resource("sign-in.html");
  private final String style = resource("sign-in.css");

  @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
  String page(
      CsrfToken csrf,
      @RequestParam(required = false) @Nullable String error,
      @RequestParam(required = false) @Nullable String as) {
    Person first = Person.ALL.getFirst();
    return page.replace("{csrf-name}", HtmlUtils.htmlEscape(csrf.getParameterName()))
        .replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
        .replace("{error}", error == null ? "" : resource("sign-in-error.html"))
        .replace("{email}", HtmlUtils.htmlEscape(as == null ? first.email() : as))
        .replace("{password}", Person.PASSWORD)
        .replace("{people}", people());
  }

  @GetMapping(path = "/sign-in.css", produces = "text/css")
  String style() {
    return style;
  }

  @GetMapping(path = "/favicon.svg", produces = "image/svg+xml")
  String icon() {
    return resource("favicon.svg");
  }

  private static String people() {
    return Person.ALL.stream()
        .map(
            p ->
                "<tr><td><a href=\"?as=%s\">%s</a></td><td>%s</td><td>%s</td></tr>"
                    .formatted(
                        HtmlUtils.htmlEscape(p.email()),
                        HtmlUtils.htmlEscape(p.email()),
                        p.role().word(),
                        p.tenant()))
        .collect(Collectors.joining("\n"));
  }

  private static String resource(String name) {
    try (InputStream in = SignInPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
