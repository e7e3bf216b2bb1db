package sixones.pages.frame;

/** An entry of a select element or a list of suggestions. */
public record Option(String value, String label, boolean selected) {}
