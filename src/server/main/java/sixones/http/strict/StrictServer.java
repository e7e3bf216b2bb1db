package sixones.http.strict;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.http.impl.Http1xOrH2CHandler;
import java.nio.charset.StandardCharsets;

/**
 * Installs {@link StrictRequests} instead of the HTTP library's decoder, and {@link EveryResponse},
 * on every server connection; disables HTTP/2, which would bypass both. Netty loads it as a service
 * once {@link StrictRequestsOn} has enabled that.
 */
public final class StrictServer extends ChannelInitializerExtension {
  private static final String DECODER = "httpDecoder";
  private static final String ENCODER = "httpEncoder";
  static final String TLS = "ssl";

  @Override
  public void postInitializeServerChildChannel(Channel connection) {
    // Runs after the HTTP library has added its own handlers.
    connection
        .pipeline()
        .addLast(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel opened) {
                FirstBytes first = new FirstBytes();
                if (opened.pipeline().get(TLS) == null) {
                  opened.pipeline().addFirst(first);
                } else {
                  opened.pipeline().addAfter(TLS, null, first);
                }
              }
            });
  }

  private static final String BLANK_LINE = "\r\n";

  /** With TLS, the decoder is added after the handshake. */
  private static final class FirstBytes extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      ChannelPipeline pipeline = context.pipeline();
      if (pipeline.get(Http1xOrH2CHandler.class) != null) {
        // The library chooses the protocol by the first bytes; a blank line before a request is
        // ignored.
        context.fireChannelRead(Unpooled.copiedBuffer(BLANK_LINE, StandardCharsets.US_ASCII));
      }
      if (pipeline.get(DECODER) != null) {
        pipeline.replace(DECODER, DECODER, new StrictRequests());
        pipeline.addAfter(ENCODER, null, new EveryResponse());
      } else if (pipeline.get(Http2ConnectionHandler.class) != null) {
        context.close();
      }
      pipeline.remove(this);
      context.fireChannelRead(bytes);
    }
  }
}
