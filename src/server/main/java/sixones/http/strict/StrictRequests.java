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
 * Decodes requests strictly by RFC 9112. An ambiguous one gets a bare 400, and nothing after it is
 * read, nor after a malformed chunk. A head not complete within ten seconds closes the connection.
 * Protocol upgrades are ignored.
 */
final class StrictRequests extends VertxHttpRequestDecoder {
  static final int LONGEST_HEAD_SECONDS = 10;

  /** The event fired for a malformed body, which may come after the response. */
  static final Object FAULTY_BODY = new Object();

  /**
   * Filters answer far shorter addresses and smaller heads with a problem; this limit gives a
   * status alone.
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

  /**
   * Returns whether the library could decode all parts; it detects trailers that are too long, for
   * example.
   */
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

  /** Called when the head is complete, before the library removes contradictory headers. */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage head) {
    FaultyHead.check((HttpRequest) head);
    return super.isContentAlwaysEmpty(head);
  }

  private void endLater(ChannelHandlerContext context) {
    end =
        context.executor().schedule(() -> endNow(context), LONGEST_HEAD_SECONDS, TimeUnit.SECONDS);
  }

  /** A client with more pipelined requests than are read at a time is not slow. */
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
