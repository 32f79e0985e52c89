package io.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.testing.CuttableProxy.When;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CuttableProxyTests {
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private ServerSocket echo;
  private CuttableProxy proxy;

  @BeforeEach
  void startAnEcho() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::answer);
    proxy = CuttableProxy.to(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  private void answer() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    byte[] buffer = new byte[1000];
    try {
      for (int read = socket.getInputStream().read(buffer); read > 0; ) {
        arrived.add(new String(buffer, 0, read, StandardCharsets.UTF_8));
        socket.getOutputStream().write(buffer, 0, read);
        read = socket.getInputStream().read(buffer);
      }
    } catch (IOException _) {
      // it was cut
    }
  }

  @Test
  void passesOnWhatIsSaid() throws IOException {
    try (Socket line = dial()) {
      assertThat(say(line, "hello")).isEqualTo("hello");
    }
    assertThat(proxy.cuts()).isZero();
  }

  @Test
  void cutsBeforeATextArrives() throws Exception {
    try (Socket line = dial()) {
      say(line, "hello");
      proxy.cutAt("hello", "commit", When.BEFORE_IT_ARRIVES);
      assertThatThrownBy(() -> say(line, "commit")).isInstanceOf(IOException.class);
    }
    assertThat(arrived.poll(5, TimeUnit.SECONDS)).isEqualTo("hello");
    assertThat(arrived.poll()).isNull();
    assertThat(proxy.cuts()).isOne();
  }

  @Test
  void cutsBeforeTheAnswerToATextThatArrived() throws Exception {
    try (Socket line = dial()) {
      proxy.cutAt("", "commit", When.BEFORE_ITS_ANSWER);
      assertThatThrownBy(() -> say(line, "commit")).isInstanceOf(IOException.class);
    }
    assertThat(arrived.poll(5, TimeUnit.SECONDS)).isEqualTo("commit");
  }

  @Test
  void letsNobodyThroughWhileSevered() throws IOException {
    proxy.sever();
    assertThatThrownBy(
            () -> {
              try (Socket line = dial()) {
                say(line, "hello");
              }
            })
        .isInstanceOf(IOException.class);
    proxy.mend();
    try (Socket line = dial()) {
      assertThat(say(line, "hello")).isEqualTo("hello");
    }
  }

  private Socket dial() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  private static String say(Socket line, String text) throws IOException {
    line.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    byte[] buffer = new byte[1000];
    int read = line.getInputStream().read(buffer);
    if (read < 0) {
      throw new IOException("hung up");
    }
    return new String(buffer, 0, read, StandardCharsets.UTF_8);
  }
}
