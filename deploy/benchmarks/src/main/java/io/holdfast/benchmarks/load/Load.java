package io.holdfast.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends one kind of request over a number of connections from one thread, so that what it costs is
 * small and the same for whatever is compared. Linux's own waiting is exact to less than a
 * millisecond; Java's would spin instead and take the processor from what is measured.
 */
public final class Load implements AutoCloseable {
  private static final long SLOWEST_NANOS = TimeUnit.MINUTES.toNanos(2);

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final List<Connection> connections = new ArrayList<>();
  private final Queue<Connection> idle = new ArrayDeque<>();
  private final Queue<Long> due = new ArrayDeque<>();
  private final PreparedRequest request;
  private long number = System.currentTimeMillis() * 1_000_000 % 1_000_000_000_000_000L;
  private Histogram latencies = histogram();
  private long answered;
  private long refused;
  private boolean closed;
  private boolean measuring;

  public Load(URI address, int connections, PreparedRequest request) throws InterruptedException {
    this.request = request;
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(EpollSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpResponseDecoder(), new Connection(Load.this));
                  }
                });
    for (int i = 0; i < connections; i++) {
      Channel channel = bootstrap.connect(address.getHost(), address.getPort()).sync().channel();
      Connection connection = channel.pipeline().get(Connection.class);
      this.connections.add(connection);
      idle.add(connection);
    }
  }

  /** Each connection sends its next request when its last is answered. */
  public Measured asFastAsAnswered(Duration length) throws InterruptedException {
    return run(length, 0);
  }

  /**
   * So many requests a second, whatever the answers do; a request's time counts from when it was
   * due, also when it had to wait for a connection.
   */
  public Measured at(double perSecond, Duration length) throws InterruptedException {
    return run(length, perSecond);
  }

  private Measured run(Duration length, double perSecond) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    long began = System.nanoTime();
    loop.execute(() -> begin(perSecond, began, length, over));
    over.await();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Measured(answered, refused, took, latencies);
  }

  private void begin(double perSecond, long began, Duration length, CountDownLatch over) {
    latencies = histogram();
    answered = 0;
    refused = 0;
    measuring = true;
    closed = perSecond == 0;
    if (closed) {
      for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
        send(connection, System.nanoTime());
      }
    } else {
      schedule(perSecond, began, 0, length);
    }
    loop.schedule(() -> end(over), length.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void schedule(double perSecond, long began, long sent, Duration length) {
    long now = System.nanoTime();
    long toSend = (long) ((now - began) / 1e9 * perSecond);
    for (long i = sent; i < toSend; i++) {
      long when = began + (long) (i / perSecond * 1e9);
      Connection free = idle.poll();
      if (free == null) {
        due.add(when);
      } else {
        send(free, when);
      }
    }
    if (measuring && now - began < length.toNanos()) {
      loop.schedule(
          () -> schedule(perSecond, began, Math.max(sent, toSend), length),
          500,
          TimeUnit.MICROSECONDS);
    }
  }

  private void end(CountDownLatch over) {
    measuring = false;
    due.clear();
    if (idle.size() < connections.size()) {
      loop.schedule(() -> end(over), 5, TimeUnit.MILLISECONDS); // until the last answer
    } else {
      over.countDown();
    }
  }

  private void send(Connection connection, long when) {
    connection.send(request.numbered(number), when);
    number += request.numbers();
  }

  /** Called by a connection whose request was answered. */
  void done(Connection connection, long when, boolean taken) {
    if (taken) {
      answered++;
      latencies.recordValue(Math.min(System.nanoTime() - when, SLOWEST_NANOS));
    } else {
      refused++;
    }
    if (closed && measuring) {
      send(connection, System.nanoTime());
      return;
    }
    Long next = due.poll();
    if (next == null) {
      idle.add(connection);
    } else {
      send(connection, next);
    }
  }

  private static Histogram histogram() {
    return new Histogram(SLOWEST_NANOS, 3);
  }

  @Override
  public void close() {
    connections.forEach(Connection::close);
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
