package sixones.official;

/**
 * A figure that an official evaluation shows for information, as stated in the bid.
 *
 * @param city the code of the city
 * @param pointer the JSON Pointer of the figure in the bid
 * @param found the stated value
 */
public record Figure(String city, String pointer, String found) {}
