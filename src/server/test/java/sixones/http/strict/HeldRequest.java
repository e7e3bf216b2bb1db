package sixones.http.strict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request whose body is held back until its sender has been let in. */
public final class HeldRequest implements AutoCloseable {
  private final RawRequest raw;
  private final byte[] body;

  private HeldRequest(RawRequest raw, byte[] body) {
    this.raw = raw;
    this.body = body;
  }

  /**
   * Sends the head; what has been told to go on has been let in.
   *
   * @param line method and address
   * @param headers lines
   */
  public static HeldRequest begin(URI root, String line, String type, String headers, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    RawRequest raw = new RawRequest(root, "127.0.0.1");
    raw.send(
        line
            + " HTTP/1.1\r\nHost: "
            + root.getAuthority()
            + "\r\nConnection: close\r\nExpect: 100-continue\r\nSec-Fetch-Site: same-origin"
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\n"
            + headers
            + "\r\n\r\n");
    assertThat(raw.line()).isEqualTo("HTTP/1.1 100 Continue");
    assertThat(raw.line()).isEmpty();
    return new HeldRequest(raw, bytes);
  }

  /** Sends the body. */
  public String answer() throws IOException {
    return raw.send(body).answer();
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
