package io.holdfast.gateway.console;

import java.net.URI;
import java.util.List;

/**
 * What a page from here may load and where it may send a form.
 *
 * @param inlineScripts sources of the scripts that stand inline
 * @param provider where the sign-out form ends up
 */
record ContentSecurityPolicy(List<String> inlineScripts, URI provider) {
  ContentSecurityPolicy {
    inlineScripts = List.copyOf(inlineScripts);
  }

  String header() {
    String scripts = String.join(" ", inlineScripts);
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'" + (scripts.isEmpty() ? "" : " " + scripts),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self' " + origin());
  }

  private String origin() {
    return provider.getScheme() + "://" + provider.getRawAuthority();
  }
}
