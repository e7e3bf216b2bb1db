package sixones.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers that come over one connection, one after the other. */
final class RawAnswers {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})[ \r]");
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]+)\r\n");
  private static final int LARGEST_HEAD = 64 * 1024;

  private final InputStream in;

  /** The head of the answer that is being read. */
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  RawAnswers(InputStream in) {
    this.in = in;
  }

  /** One answer, as text of which each character is a byte. */
  public record Answer(int status, String text) {}

  /**
   * The next answer that is a final one.
   *
   * @param toHead whether it has no body, whatever it says
   * @throws EOFException if the connection is closed before its end
   */
  Answer next(boolean toHead) throws IOException {
    while (true) {
      String head = head();
      Matcher status = STATUS.matcher(head);
      if (!status.lookingAt()) {
        throw new EOFException("no answer: " + head);
      }
      int code = Integer.parseInt(status.group(1));
      if (code >= 200) {
        boolean isBare = toHead || code == 204 || code == 304;
        return new Answer(code, isBare ? head : head + body(head.toLowerCase(Locale.ROOT)));
      }
    }
  }

  /**
   * All of an answer until the connection is closed, with what an attempt before has read of it.
   *
   * @return the highest status if several answers came; 0 if the first line is not whole
   */
  Answer rest() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.writeBytes(begun.toByteArray());
    try {
      in.transferTo(rest);
    } catch (SocketException e) {
      // Closed while there was more to read.
    }
    String text = rest.toString(StandardCharsets.ISO_8859_1);
    int status = 0;
    Matcher each = STATUS.matcher(text);
    while (each.find()) {
      status = Math.max(status, Integer.parseInt(each.group(1)));
    }
    return new Answer(status, text);
  }

  private String head() throws IOException {
    begun.reset();
    int last = 0;
    while (last != 0x0d0a0d0a && begun.size() < LARGEST_HEAD) {
      int next = read();
      begun.write(next);
      last = last << 8 | next;
    }
    return begun.toString(StandardCharsets.ISO_8859_1);
  }

  private String body(String head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      return read(Integer.parseInt(length.group(1)));
    }
    if (!head.contains("\r\ntransfer-encoding: chunked\r\n")) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    StringBuilder body = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      body.append(read(size));
      read(2);
    }
    read(2);
    return body.toString();
  }

  private int size() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = read(); next != '\n'; next = read()) {
      line.append((char) next);
    }
    return Integer.parseInt(line.toString().strip(), 16);
  }

  private String read(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private int read() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }
}
