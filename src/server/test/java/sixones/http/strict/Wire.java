package sixones.http.strict;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sixones.people.account.PeopleInTests;

/** Sends what no well-behaved client would, and shows every byte that comes back. */
public final class Wire {
  private static final int LONGEST_WAIT = 20_000;

  private final URI root;

  public Wire(URI root) {
    this.root = root;
  }

  /** What came back: the status line and the headers as sent, and the body put together. */
  public record Answer(byte[] bytes, int status, List<String> head, byte[] body) {
    public String header(String name) {
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse(null);
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** All of it but the second it was given. */
    public String withoutDate() {
      return head.stream()
              .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("date:"))
              .collect(Collectors.joining("\n"))
          + "\n\n"
          + text();
    }
  }

  /** The header by which a person of the tests signs a call. */
  public static String signed(String name) {
    byte[] both = (name + ":" + PeopleInTests.PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** A whole request with a body of its length. */
  public Answer send(String line, List<String> headers, byte[] body) {
    List<String> all = new ArrayList<>(headers);
    all.add("Content-Length: " + body.length);
    return raw(line, all, body);
  }

  /** Exactly this after the host, and to the end of what comes back. */
  public Answer raw(String line, List<String> headers, byte[] body) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        (line + " HTTP/1.1\r\nHost: " + root.getAuthority() + "\r\nConnection: close\r\n")
            .getBytes(StandardCharsets.UTF_8));
    headers.forEach(h -> request.writeBytes((h + "\r\n").getBytes(StandardCharsets.UTF_8)));
    request.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    request.writeBytes(body);
    return exactly(request.toByteArray());
  }

  /** Exactly this and nothing else, until the service closes the connection. */
  public Answer exactly(String request) {
    return exactly(request.getBytes(StandardCharsets.UTF_8));
  }

  private Answer exactly(byte[] request) {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(LONGEST_WAIT);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(request);
        socket.getInputStream().transferTo(answer);
      } catch (java.net.SocketException e) {
        // Answered and cut off before the whole of it was sent; what was said counts.
        readOn(socket, answer);
      }
      return read(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(new String(request, StandardCharsets.UTF_8), e);
    }
  }

  private static void readOn(Socket socket, ByteArrayOutputStream answer) throws IOException {
    try {
      socket.getInputStream().transferTo(answer);
    } catch (java.net.SocketException e) {
      // Nothing more.
    }
  }

  private static Answer read(byte[] bytes) {
    String plain = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = plain.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(bytes, 0, List.of(), new byte[0]);
    }
    List<String> head = List.of(plain.substring(0, end).split("\r\n"));
    String body = plain.substring(end + 4);
    boolean chunked = head.stream().anyMatch(h -> h.equalsIgnoreCase("transfer-encoding: chunked"));
    return new Answer(
        bytes,
        Integer.parseInt(head.get(0).split(" ")[1]),
        head,
        (chunked ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String joined(String chunks) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    while (at < chunks.length()) {
      int line = chunks.indexOf("\r\n", at);
      int size = Integer.parseInt(chunks.substring(at, line).split(";")[0], 16);
      body.append(chunks, line + 2, line + 2 + size);
      at = line + 2 + size + 2;
    }
    return body.toString();
  }
}
