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

/** The proxies in front of this service, whose word on where a request comes from is taken. */
@ApplicationScoped
public class Proxies {
  public static final String SETTING = "sixones.proxy";
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<IpSubnetFilterRule> trusted;

  /** An address, or all that begin with the same bits. */
  private record Network(InetAddress first, int bits) {
    static Optional<Network> of(String written) {
      String[] parts = written.split("/", 2);
      InetAddress first = NetUtil.createInetAddressFromIpAddressString(parts[0]);
      // A network of no bits would be everybody.
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

  /** Those of a setting; none if it cannot be read. */
  static Proxies of(String addresses) {
    return new Proxies(networks(addresses));
  }

  /** The networks of a setting in one form, with commas between; empty if it cannot be read. */
  public static String inOneForm(String addresses) {
    return networks(addresses).stream().map(Network::toString).collect(Collectors.joining(","));
  }

  /** One that cannot be read leaves none: who is to be trusted is not guessed. */
  private static List<Network> networks(String addresses) {
    List<String> each =
        Arrays.stream(addresses.split(",")).map(String::strip).filter(a -> !a.isEmpty()).toList();
    List<Network> read = each.stream().flatMap(one -> Network.of(one).stream()).toList();
    return read.size() < each.size() ? List.of() : read;
  }

  /** Whether there are any. */
  public boolean areAny() {
    return !trusted.isEmpty();
  }

  boolean trusts(InetAddress address) {
    InetSocketAddress socket = new InetSocketAddress(address, 0);
    return trusted.stream().anyMatch(rule -> rule.matches(socket));
  }

  /** Whether a proxy handed a request on. */
  boolean handedOn(RoutingContext request) {
    InetAddress peer = read(peer(request));
    return peer != null && trusts(peer);
  }

  /**
   * The address a request comes from: the last one that is no proxy's. What stands before it in
   * X-Forwarded-For anybody could have written, so it does not count.
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

  /** Some proxies write a port behind it; null for what is no address. */
  private static InetAddress read(String address) {
    String bare = address.replaceFirst("^\\[([^]]*)](:[0-9]+)?$", "$1");
    String plain = bare.replaceFirst("^([0-9.]+):[0-9]+$", "$1");
    return NetUtil.createInetAddressFromIpAddressString(plain);
  }
}
