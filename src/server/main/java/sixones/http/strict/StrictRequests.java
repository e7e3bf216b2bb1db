package sixones.http.strict;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads requests as RFC 9112 has them. One that could be taken for two, or for another's, is
 * answered with a bare 400 and nothing after it is read, nor after a chunk that is none; a head
 * that does not come to its end in ten seconds ends the connection, however steadily it drips. To
 * no other protocol is ever switched.
 */
final class StrictRequests extends VertxHttpRequestDecoder {
  static final int LONGEST_HEAD_SECONDS = 10;

  /** Told when a body turns out to be none, which may be after its request is answered. */
  static final Object FAULTY_BODY = new Object();

  /**
   * Gate answers far shorter addresses and far smaller heads with a problem, this with a status.
   */
  private static final int LONGEST_LINE = 64 * 1024;

  private static final int LARGEST_HEAD = 128 * 1024;

  private boolean inBody;
  private ChunkLines chunks;
  private boolean broken;
  private Future<?> end;

  StrictRequests() {
    super(
        new HttpServerOptions()
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LARGEST_HEAD));
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    if (broken) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (!inBody && end == null) {
      endLater(context);
    }
    int known = out.size();
    int from = in.readerIndex();
    super.decode(context, in, out);
    List<Object> read = out.subList(known, out.size());
    if (chunks != null && !(chunks.follow(in, from, in.readerIndex()) && areRead(read))) {
      read.forEach(ReferenceCountUtil::release);
      read.clear();
      broken = true;
      context.fireUserEventTriggered(FAULTY_BODY);
      return;
    }
    read.forEach(this::follow);
  }

  /** Whether the library could read them; it finds trailers that are too long, say. */
  private static boolean areRead(List<Object> parts) {
    return parts.stream()
        .allMatch(part -> ((DecoderResultProvider) part).decoderResult().isSuccess());
  }

  private void follow(Object read) {
    if (read instanceof HttpRequest head) {
      boolean isFaulty = head.decoderResult().isFailure();
      inBody = true;
      chunks = !isFaulty && HttpUtil.isTransferEncodingChunked(head) ? new ChunkLines() : null;
      head.headers().remove(HttpHeaderNames.UPGRADE);
      cancel();
    }
    if (read instanceof LastHttpContent) {
      inBody = false;
      chunks = null;
    }
  }

  /** The head is whole here, and the library has not yet left out what contradicts itself in it. */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage head) {
    FaultyHead.check((HttpRequest) head);
    return super.isContentAlwaysEmpty(head);
  }

  private void endLater(ChannelHandlerContext context) {
    end =
        context.executor().schedule(() -> endNow(context), LONGEST_HEAD_SECONDS, TimeUnit.SECONDS);
  }

  /** Who sent more requests than are read at a time is not slow. */
  private void endNow(ChannelHandlerContext context) {
    if (context.channel().config().isAutoRead()) {
      context.close();
    } else {
      endLater(context);
    }
  }

  private void cancel() {
    if (end != null) {
      end.cancel(false);
      end = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    cancel();
    super.channelInactive(context);
    cancel();
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
    cancel();
    super.handlerRemoved0(context);
  }
}
