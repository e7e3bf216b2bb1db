package sixones.official;

/**
 * A figure that an official evaluation shows for information, as stated in the bid.
 *
 * @param applicant the code of the applicant
 * @param pointer the JSON Pointer of the figure in the bid
 * @param found the stated value
 */
public record Figure(String applicant, String pointer, String found) {}
