package io.holdfast.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.notification.channel.Destination.Malformed;
import io.holdfast.notification.channel.Destination.Readable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTests {

  private final EgressPolicy policy = new EgressPolicy(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.8.9.1:8080/hook",
        "http://0.0.0.0/",
        "http://10.0.0.5/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://100.100.100.200/",
        "http://168.63.129.16/",
        "http://192.0.2.1/",
        "http://198.18.0.1/",
        "http://198.51.100.7/",
        "http://203.0.113.9/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://[::]/",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/",
        "http://[ff02::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::ffff:a00:1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:a00:1::1]/",
        "http://[2001::1]/",
        "http://[2001:db8::1]/",
        "http://[fec0::1]/",
        "http://[100::1]/",
      })
  void refusesAddressesThatAreNotPublic(String url) throws UnknownHostException {
    Destination destination = Destination.of(url);

    assertThat(policy.objectionTo(destination, resolve(destination.host()))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0x7f.0x0.0x0.0x1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://10.1/",
        "http://127.0.0.01/",
        "http://1.2.3.4.5/",
        "http://256.256.256.256/",
        "http://localhost/",
        "http://LOCALHOST:8080/",
        "http://localhost./",
        "http://127.0.0.1./",
        "http://api.localhost/",
        "http://metadata.google.internal/",
        "http://printer.local/",
        "http://ip6-localhost.localdomain/",
      })
  void refusesDisguisesByTheirSpelling(String url) {
    switch (Destination.read(url)) {
      case Readable readable -> assertThat(policy.objectionTo(readable.destination())).isPresent();
      case Malformed malformed -> assertThat(malformed.because()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "javascript:alert(1)",
        "example.com/hook",
        "//example.com/hook",
        "https://user:secret@example.com/",
        "https://example.com@127.0.0.1/",
        "https://:@example.com/",
        "https:///path",
        "https://exa mple.com/",
        "https://①②⑦.⓪.⓪.①/",
        "https://bücher.example/",
        "https://example.com:99999/",
        "https://example.com:0/",
        "https://[fe80::1%25eth0]/",
        "https://%31%32%37.0.0.1/",
        "https://example.com\\@127.0.0.1/",
        "",
      })
  void refusesWhatCannotBeReadSafely(String url) {
    assertThat(Destination.read(url)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://93.184.216.34/",
        "https://8.8.8.8:8443/hook?x=1",
        "https://172.32.0.1/",
        "https://100.128.0.1/",
        "https://[2606:2800:220:1:248:1893:25c8:1946]/",
        "https://[2001:4860:4860::8888]/",
      })
  void allowsPublicAddresses(String url) throws UnknownHostException {
    Destination destination = Destination.of(url);

    assertThat(policy.objectionTo(destination, resolve(destination.host()))).isEmpty();
  }

  @Test
  void oneBadAddressBehindANameIsEnough() throws UnknownHostException {
    Destination destination = Destination.of("https://hooks.example.com/x");
    InetAddress good = InetAddress.getByName("93.184.216.34");
    InetAddress bad = InetAddress.getByName("10.0.0.5");

    assertThat(policy.objectionTo(destination, List.of(good))).isEmpty();
    assertThat(policy.objectionTo(destination, List.of(good, bad)))
        .hasValueSatisfying(said -> assertThat(said).contains("10.0.0.5"));
  }

  @Test
  void anExceptionHoldsForItsHostAndPortOnly() throws UnknownHostException {
    EgressPolicy local = new EgressPolicy(Set.of("127.0.0.1:9000", "LocalHost:9001"));
    List<InetAddress> loopback = List.of(InetAddress.getByName("127.0.0.1"));

    assertThat(local.objectionTo(Destination.of("http://127.0.0.1:9000/x"), loopback)).isEmpty();
    assertThat(local.objectionTo(Destination.of("http://localhost:9001/x"), loopback)).isEmpty();
    assertThat(local.objectionTo(Destination.of("http://127.0.0.1:9001/x"), loopback)).isPresent();
    assertThat(local.objectionTo(Destination.of("http://127.0.0.1/x"), loopback)).isPresent();
  }

  @Test
  void anExceptionFitsItsIpv6AddressAndPort() throws UnknownHostException {
    EgressPolicy local = new EgressPolicy(Set.of("[::1]:9000"));
    List<InetAddress> loopback = List.of(InetAddress.getByName("::1"));

    assertThat(local.objectionTo(Destination.of("http://[::1]:9000/x"), loopback)).isEmpty();
    assertThat(local.objectionTo(Destination.of("http://[::1]:9001/x"), loopback)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "http://127.0.0.1:9000", "*:9000", "127.0.0.1:", ":9000"})
  void refusesAnExceptionThatIsNoHostAndPort(String pair) {
    assertThatThrownBy(() -> new EgressPolicy(Set.of(pair))).hasMessageContaining(pair);
  }

  private static List<InetAddress> resolve(String literal) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(literal));
  }
}
