package io.holdfast.tenancy.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

class FirewallTests {
  private static final String ACCOUNT = "/api/v1/accounts/a";

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with\ttab", "Öl", "日本", ""})
  void aHeaderMayHoldText(String value) {
    ServerWebExchange sent = sent(ACCOUNT, "X-Note", value);
    assertThat(passed(Firewall.strict(), sent)).isSameAs(sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\u0085b", "a\u007fb", "a\u0378b"})
  void aHeaderMayHoldNothingElse(String value) {
    assertRefused(Firewall.strict(), sent(ACCOUNT, "X-Note", value));
  }

  @Test
  void theNameOfAHeaderHoldsNoTab() {
    assertRefused(Firewall.strict(), sent(ACCOUNT, "X\tNote", "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2Fb", "%3Bb", "%25b", "%5Cb"})
  void anIdMayHoldMoreThanOtherAddresses(String rest) {
    ServerWebExchange sent = sent(ACCOUNT + rest, "X-Note", "a");
    assertThat(passed(Firewall.admittingIds(), sent)).isSameAs(sent);
    assertRefused(Firewall.strict(), sent);
  }

  @ParameterizedTest
  @CsvSource({"/../b", ";b", "//b", "%00"})
  void nobodyMayWriteWhatMeansTwoThings(String rest) {
    assertRefused(Firewall.admittingIds(), sent(ACCOUNT + rest, "X-Note", "a"));
  }

  @Test
  void passesTheAddressesThatSpringsPasses() {
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      ServerWebExchange sent = sent(address(random), "X-Note", "a");
      boolean passed = passes(Firewall.strict(), sent);
      assertThat(passed)
          .as(sent.getRequest().getURI().toString())
          .isEqualTo(passes(new StrictServerWebExchangeFirewall(), sent));
      refused += passed ? 0 : 1;
    }
    assertThat(refused).isBetween(400, 3_600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "get", "PROPFIND"})
  void refusesOtherMethods(String method) {
    assertRefused(
        Firewall.strict(),
        of(new SentRequest(HttpMethod.valueOf(method), URI.create(ACCOUNT), new HttpHeaders())));
  }

  @Test
  void judgesTheAddressAsItWasSentToo() {
    ServerHttpRequest sent = sent("/v1/a;b", "X-Note", "a").getRequest();
    assertRefused(
        Firewall.strict(),
        of(
            new ServerHttpRequestDecorator(sent) {
              @Override
              public RequestPath getPath() {
                return RequestPath.parse("/v1/a", null);
              }
            }));
  }

  private static String address(Random random) {
    String[] parts = {"/", "/", "a", "B", "7", "-", "~", ".", "..", ":", "@", ";", "%2F", "%41"};
    StringBuilder address = new StringBuilder("/a");
    for (int i = random.nextInt(8); i > 0; i--) {
      address.append(parts[random.nextInt(parts.length)]);
    }
    return address.toString();
  }

  private static boolean passes(ServerWebExchangeFirewall firewall, ServerWebExchange sent) {
    try {
      return firewall.getFirewalledExchange(sent).block() != null;
    } catch (ServerExchangeRejectedException _) {
      return false;
    }
  }

  private static ServerWebExchange sent(String address, String header, String value) {
    HttpHeaders headers = new HttpHeaders();
    headers.add(header, value);
    return of(new SentRequest(HttpMethod.GET, URI.create(address), headers));
  }

  private static ServerWebExchange of(ServerHttpRequest request) {
    return MockServerWebExchange.from(MockServerHttpRequest.get("/"))
        .mutate()
        .request(request)
        .build();
  }

  /** A mock fails when it is asked for the request of a server it was made of. */
  private static final class SentRequest extends AbstractServerHttpRequest {
    SentRequest(HttpMethod method, URI address, HttpHeaders headers) {
      super(method, address, null, headers);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getNativeRequest() {
      return (T) this;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.empty();
    }

    @Override
    protected MultiValueMap<String, HttpCookie> initCookies() {
      return new LinkedMultiValueMap<>();
    }

    @Override
    protected @Nullable SslInfo initSslInfo() {
      return null;
    }
  }

  private static ServerWebExchange passed(Firewall firewall, ServerWebExchange sent) {
    return firewall.getFirewalledExchange(sent).blockOptional().orElseThrow();
  }

  private static void assertRefused(Firewall firewall, ServerWebExchange sent) {
    assertThatThrownBy(() -> firewall.getFirewalledExchange(sent).block())
        .isInstanceOf(ServerExchangeRejectedException.class);
  }
}
