package sixones.http.strict;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection of our own, to send what no client would. */
public final class RawRequest implements AutoCloseable {
  private final Socket socket;

  /** From an address of this machine. */
  public RawRequest(URI server, String from) throws IOException {
    socket = new Socket(server.getHost(), server.getPort(), InetAddress.getByName(from), 0);
    socket.setSoTimeout(20_000);
  }

  public RawRequest send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  public RawRequest send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** The next line that comes. */
  public String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
      line.append((char) next);
      next = socket.getInputStream().read();
    }
    return line.toString().strip();
  }

  /** All that comes until the server closes the connection. */
  public String answer() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        all.write(next);
      }
    } catch (java.net.SocketException e) {
      // Closed while we were still sending; what came before counts.
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
