package sixones.report;

/**
 * A cited passage in the reader's language.
 *
 * @param gist what it demands, in our own words
 * @param source the source, edition and paragraph
 * @param address where it can be read; null if nowhere on the web
 */
public record Passage(String gist, String source, String address) {}
