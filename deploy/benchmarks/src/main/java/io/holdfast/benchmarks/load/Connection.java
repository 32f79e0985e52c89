package io.holdfast.benchmarks.load;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection with at most one request under way. */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
  private final Load load;
  private @Nullable ChannelHandlerContext context;
  private long when;
  private boolean taken;
  private boolean waiting;

  Connection(Load load) {
    this.load = load;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    this.context = context;
  }

  void send(byte[] request, long when) {
    this.when = when;
    this.waiting = true;
    if (context != null) {
      context.writeAndFlush(Unpooled.wrappedBuffer(request));
    }
  }

  void close() {
    if (context != null) {
      context.close();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part instanceof HttpResponse head) {
      taken = head.status().code() / 100 == 2;
    }
    if (part instanceof LastHttpContent) {
      waiting = false;
      load.done(this, when, taken);
    }
  }

  /** A connection that breaks counts as a refusal, so that the run ends and says so. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (waiting) {
      waiting = false;
      load.done(this, when, false);
    }
  }
}
