package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Whether the name a bid states for its city is that of the code it states. */
final class CityName {
  static final String AGREES = "agrees";
  static final String DIFFERS = "differs";

  /** The code has no name in the language the bid states one in. */
  static final String NO_ENGLISH_NAME = "no-english-name";

  static final List<String> WORDS = List.of(AGREES, DIFFERS, Codes.UNKNOWN, NO_ENGLISH_NAME);

  private final List<String> stated = new ArrayList<>(2);
  private final InForce inForce;
  private final String code;

  CityName(JsonNode name, String code, InForce inForce) {
    this.code = code;
    this.inForce = inForce;
    for (String language : List.of("zh", "en")) {
      String text = name.path(language).textValue();
      if (!Text.isBlank(text)) {
        stated.add(text);
      }
    }
  }

  /** The word for it; null if no name is stated. */
  String agrees() {
    if (stated.isEmpty()) {
      return null;
    }
    if (!inForce.divisions().knows(code)) {
      return Codes.UNKNOWN;
    }
    if (other() != null) {
      return DIFFERS;
    }
    boolean compared = stated.stream().anyMatch(text -> !names(text).isEmpty());
    return compared ? AGREES : NO_ENGLISH_NAME;
  }

  /** The first stated name, the Chinese one before the English, that is none of the code's. */
  String other() {
    for (String text : stated) {
      List<String> names = names(text);
      if (!names.isEmpty()
          && names.stream().noneMatch(name -> inForce.divisionWords().same(text, name))) {
        return text;
      }
    }
    return null;
  }

  /** The names of the code in the script of a text; of a code off the roll there is no English. */
  private List<String> names(String text) {
    List<String> names = new ArrayList<>(3);
    if (Text.isHan(text)) {
      Divisions divisions = inForce.divisions();
      if (divisions.knows(code)) {
        names.add(divisions.name(code, inForce.day()));
        names.add(divisions.name(divisions.canonical(code, inForce.day()), inForce.day()));
      }
    } else {
      inForce.roll().stream()
          .filter(member -> member.code().equals(code))
          .forEach(member -> names.add(member.en()));
    }
    return names;
  }
}
