package sixones.http.strict;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Thrown for a request head that two parsers could read differently (RFC 9112, sections 2.3, 3.2,
 * 6), which would allow request smuggling.
 */
final class FaultyHead extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*).*");

  private FaultyHead(String what) {
    super(what);
  }

  /** Throws unless the head is unambiguous. */
  static void check(HttpRequest head) {
    boolean isOld = head.protocolVersion().equals(HttpVersion.HTTP_1_0);
    if (!isOld && !head.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
      throw new FaultyHead("a version other than HTTP/1.0 and HTTP/1.1");
    }
    if (head.headers().names().contains("")) {
      throw new FaultyHead("a header without a name");
    }
    checkHost(head, isOld);
    checkBody(head.headers(), isOld);
  }

  private static void checkHost(HttpRequest head, boolean isOld) {
    List<String> hosts = head.headers().getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1 || hosts.isEmpty() && !isOld) {
      throw new FaultyHead(hosts.size() + " hosts");
    }
    String host = hosts.isEmpty() ? "" : hosts.get(0);
    if (!host.isEmpty() && HostAndPort.parseAuthority(host, -1) == null) {
      throw new FaultyHead("a host that is none");
    }
    Matcher absolute = ABSOLUTE.matcher(head.uri());
    if (absolute.matches() && !same(absolute.group(1), host)) {
      throw new FaultyHead("another host in the address");
    }
    boolean named = head.uri().startsWith("/") || absolute.matches() || isForNoPlace(head);
    if (!named || !isAddress(head.uri())) {
      throw new FaultyHead("an address that is none");
    }
  }

  /** The libraries behind fail on other addresses, some without a response. */
  private static boolean isAddress(String uri) {
    try {
      return new URI(uri) != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isForNoPlace(HttpRequest head) {
    return head.method().equals(HttpMethod.OPTIONS) && head.uri().equals("*");
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static void checkBody(HttpHeaders headers, boolean isOld) {
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (codings.isEmpty()) {
      return;
    }
    if (isOld) {
      throw new FaultyHead("a coding in HTTP/1.0");
    }
    if (headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
      throw new FaultyHead("both lengths");
    }
    if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
      throw new FaultyHead("a coding other than chunked alone");
    }
  }
}
