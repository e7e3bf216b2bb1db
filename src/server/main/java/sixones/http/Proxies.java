package sixones.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The trusted proxies, whose forwarded headers are believed. */
@ApplicationScoped
public class Proxies {
  public static final String SETTING = "sixones.proxy";
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<IpSubnetFilterRule> trusted;

  /** An address or network in CIDR notation. */
  private record Network(InetAddress first, int bits) {
    static Optional<Network> of(String written) {
      String[] parts = written.split("/", 2);
      InetAddress first = NetUtil.createInetAddressFromIpAddressString(parts[0]);
      // A prefix of zero bits would match every address.
      if (first == null || parts.length == 2 && !parts[1].matches("[1-9][0-9]{0,2}")) {
        return Optional.empty();
      }
      int most = first.getAddress().length * 8;
      int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : most;
      return bits > most ? Optional.empty() : Optional.of(new Network(first, bits));
    }

    IpSubnetFilterRule rule() {
      return new IpSubnetFilterRule(first, bits, IpFilterRuleType.ACCEPT);
    }

    @Override
    public String toString() {
      return first.getHostAddress() + "/" + bits;
    }
  }

  @Inject
  Proxies(@ConfigProperty(name = SETTING) Optional<String> addresses) {
    this(addresses.map(Proxies::networks).orElse(List.of()));
  }

  private Proxies(List<Network> networks) {
    this.trusted = networks.stream().map(Network::rule).toList();
  }

  /** Parses the setting; no proxies if it is invalid. */
  static Proxies of(String addresses) {
    return new Proxies(networks(addresses));
  }

  /**
   * Returns the networks of the setting, normalised and separated by commas; empty if it is
   * invalid.
   */
  public static String inOneForm(String addresses) {
    return networks(addresses).stream().map(Network::toString).collect(Collectors.joining(","));
  }

  /** An invalid entry invalidates all: trust is not guessed. */
  private static List<Network> networks(String addresses) {
    List<String> each =
        Arrays.stream(addresses.split(",")).map(String::strip).filter(a -> !a.isEmpty()).toList();
    List<Network> read = each.stream().flatMap(one -> Network.of(one).stream()).toList();
    return read.size() < each.size() ? List.of() : read;
  }

  /** Returns whether any proxy is trusted. */
  public boolean areAny() {
    return !trusted.isEmpty();
  }

  boolean trusts(InetAddress address) {
    InetSocketAddress socket = new InetSocketAddress(address, 0);
    return trusted.stream().anyMatch(rule -> rule.matches(socket));
  }

  /** Returns whether the connection is from a trusted proxy. */
  boolean handedOn(RoutingContext request) {
    InetAddress peer = read(peer(request));
    return peer != null && trusts(peer);
  }

  /**
   * Returns the client's address: the last one of X-Forwarded-For that is not a trusted proxy.
   * Entries before it can be forged.
   */
  String sender(RoutingContext request) {
    return sender(peer(request), request.request().headers().getAll(FORWARDED_FOR));
  }

  String sender(String peer, List<String> forwardedFor) {
    String[] before = String.join(",", forwardedFor).split(",");
    InetAddress sender = read(peer);
    for (int i = before.length - 1; i >= 0 && sender != null && trusts(sender); i--) {
      InetAddress next = read(before[i].strip());
      if (next == null) {
        break;
      }
      sender = next;
    }
    return sender == null ? peer : sender.getHostAddress();
  }

  private static String peer(RoutingContext request) {
    return request.request().connection().remoteAddress().hostAddress();
  }

  /** Parses an address, with or without a port; null if it is none. */
  private static InetAddress read(String address) {
    String bare = address.replaceFirst("^\\[([^]]*)](:[0-9]+)?$", "$1");
    String plain = bare.replaceFirst("^([0-9.]+):[0-9]+$", "$1");
    return NetUtil.createInetAddressFromIpAddressString(plain);
  }
}
