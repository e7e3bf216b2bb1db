package sixones.official;

/**
 * A figure that an official evaluation shows for information, as the bid states it.
 *
 * @param pointer where it stands in the bid
 */
public record Figure(String city, String pointer, String found) {}
