package sixones.people;

/**
 * The browser or program somebody signs in by.
 *
 * @param agent what it says it is; perhaps empty
 * @param address from where it asks
 * @param network the address as far as addresses are told apart
 */
public record Caller(String agent, String address, String network) {}
