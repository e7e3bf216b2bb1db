package sixones.fact.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sixones.fact.Applicant;
import sixones.fact.Divisions;
import sixones.fact.InForce;
import sixones.text.Text;

/** Compares the name of a division that a bid states with the code that it states. */
public final class DivisionName {
  static final String AGREES = "agrees";
  static final String DIFFERS = "differs";

  /** The code has no name in the language of the stated name. */
  static final String NO_ENGLISH_NAME = "no-english-name";

  public static final List<String> WORDS =
      List.of(AGREES, DIFFERS, DivisionCodes.UNKNOWN, NO_ENGLISH_NAME);

  private final InForce inForce;
  private final String code;
  private boolean stated;
  private boolean compared;
  private String other;

  public DivisionName(JsonNode name, String code, InForce inForce) {
    this.code = code;
    this.inForce = inForce;
    compare(name.path("zh").textValue());
    compare(name.path("en").textValue());
  }

  private void compare(String text) {
    if (Text.isBlank(text)) {
      return;
    }
    stated = true;
    List<String> names = names(text);
    compared |= !names.isEmpty();
    if (other == null && !names.isEmpty() && !isAmong(names, text)) {
      other = text;
    }
  }

  private boolean isAmong(List<String> names, String text) {
    return names.stream().anyMatch(name -> inForce.divisionWords().same(text, name));
  }

  /** Returns the result of the comparison, one of {@link #WORDS}; null if no name is stated. */
  public String agrees() {
    if (!stated) {
      return null;
    }
    if (!inForce.divisions().knows(code) && member() == null) {
      return DivisionCodes.UNKNOWN;
    }
    if (other != null) {
      return DIFFERS;
    }
    return compared ? AGREES : NO_ENGLISH_NAME;
  }

  /**
   * Returns the first stated name, Chinese before English, that is not a name of the code; null if
   * there is none.
   */
  public String other() {
    return other;
  }

  /**
   * Returns the names of the code in the script of a text. Only codes on the roll have English
   * names, and not all of them.
   */
  private List<String> names(String text) {
    List<String> names = new ArrayList<>(3);
    Divisions divisions = inForce.divisions();
    Applicant member = member();
    if (!Text.isHan(text)) {
      if (member != null && member.en() != null) {
        names.add(member.en());
      }
    } else if (divisions.knows(code)) {
      names.add(divisions.name(code, inForce.day()));
      String canonical = divisions.canonical(code, inForce.day());
      if (!canonical.equals(code)) {
        names.add(divisions.name(canonical, inForce.day()));
      }
    } else if (member != null) {
      names.add(member.zh());
    }
    return names;
  }

  private Applicant member() {
    return inForce.roll().on(inForce.day(), code);
  }
}
