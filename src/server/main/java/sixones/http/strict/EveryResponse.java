package sixones.http.strict;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.impl.headers.HeadersAdaptor;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import sixones.http.SecurityHeaders;

/**
 * The outermost handler of responses: adds security headers also where the libraries answer before
 * any filter runs. Answers a request with a malformed body with a bare 400, because code that waits
 * for the body would only see a lost connection.
 */
final class EveryResponse extends ChannelDuplexHandler {
  /** A client that is still sending might otherwise get a reset before it reads the response. */
  private static final int SECONDS_TO_READ_IT = 2;

  private int unanswered;
  private boolean ended;

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    if (read instanceof HttpRequest) {
      unanswered++;
    }
    context.fireChannelRead(read);
  }

  @Override
  public void write(ChannelHandlerContext context, Object written, ChannelPromise sent) {
    if (ended) {
      ReferenceCountUtil.release(written);
      sent.tryFailure(new ClosedChannelException());
      return;
    }
    if (written instanceof HttpResponse head && head.status().code() >= 200) {
      unanswered--;
      complete(head);
    }
    context.write(written, sent);
  }

  private static void complete(HttpResponse head) {
    SecurityHeaders.complete(head.status().code(), new HeadersAdaptor(head.headers()));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event != StrictRequests.FAULTY_BODY) {
      context.fireUserEventTriggered(event);
      return;
    }
    boolean isNext = unanswered == 1;
    ended = true;
    if (isNext) {
      refuse(context);
    } else {
      // A 400 would be taken as the response to another request; what was written so far is
      // flushed.
      context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> end(context));
    }
  }

  private void refuse(ChannelHandlerContext context) {
    HttpResponse refusal =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
    refusal.headers().set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO);
    refusal.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    complete(refusal);
    context.writeAndFlush(refusal).addListener(sent -> end(context));
  }

  private static void end(ChannelHandlerContext context) {
    boolean isPlain = context.pipeline().get(StrictServer.TLS) == null;
    if (isPlain && context.channel() instanceof DuplexChannel connection) {
      connection.shutdownOutput();
      connection.config().setAutoRead(true);
      context.executor().schedule(() -> context.close(), SECONDS_TO_READ_IT, TimeUnit.SECONDS);
    } else {
      context.close();
    }
  }
}
