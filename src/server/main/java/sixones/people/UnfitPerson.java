package sixones.people;

import java.util.List;

/** What was said about a person cannot be kept; every defect is named. */
public final class UnfitPerson extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Defect> defects;

  /**
   * One thing that is wrong.
   *
   * @param pointer where, as in what was sent
   * @param kind its words are {@code unfit.} and this
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
