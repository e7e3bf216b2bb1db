package sixones.bid;

/**
 * What a text of a bid refers to: an entry of one of its lists.
 *
 * @param list the JSON Pointer of the list
 * @param by the member of an entry that the text repeats
 * @param title the member of an entry that tells people what it is
 * @param closed whether an entry is always meant, by an id that nobody reads; otherwise any text
 *     may stand there
 */
public record EntryReference(String list, String by, String title, boolean closed) {}
