package sixones.pages.frame;

/** An option of a select or datalist element. */
public record Option(String value, String label, boolean selected) {}
