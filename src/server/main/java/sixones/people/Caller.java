package sixones.people;

/**
 * The client that somebody signs in from: a browser or a program.
 *
 * @param agent the User-Agent header; perhaps empty
 * @param address the IP address
 * @param network the address, or for IPv6 its network, by which limits tell clients apart
 */
public record Caller(String agent, String address, String network) {}
