package sixones.people;

import java.util.List;

/** Thrown when data about a person is invalid; lists every defect. */
public final class UnfitPerson extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Defect> defects;

  /**
   * One invalid value.
   *
   * @param pointer the JSON Pointer into the request
   * @param kind the defect; its message key is {@code unfit.<kind>}
   */
  public record Defect(String pointer, String kind) {}

  public UnfitPerson(List<Defect> defects) {
    super(defects.toString());
    this.defects = List.copyOf(defects);
  }

  public List<Defect> defects() {
    return defects;
  }
}
