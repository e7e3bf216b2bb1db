package sixones.evidence;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sixones.round.Names;
import sixones.round.Refused;

/** The name of a file: text for people, never a path. */
final class EvidenceName {
  private static final Normalizer2 NARROW = Normalizer2.getNFKCInstance();
  private static final String NOT_IN_NAMES = "/\\:*?\"<>|";

  /** What systems run or show as a page by its extension. */
  private static final Set<String> RUN =
      Set.of(
          """
          exe com bat cmd scr pif msi msp dll cpl jar js jse vbs vbe wsf wsh ps1 psm1 hta lnk url scf
          reg sh bash app apk deb rpm dmg pkg iso img html htm xhtml shtml mht mhtml svg svgz xml xsl
          swf php jsp asp aspx py pl rb docm xlsm pptm dotm xltm xlsb xlam ppam\
          """
              .split("\\s+"));

  private EvidenceName() {}

  /**
   * Returns a name without white space around it.
   *
   * @param type what the file is by its content
   * @throws Refused if it cannot be the name of such a file
   */
  static String read(String sent, EvidenceType type) {
    String name = sent == null ? "" : sent.strip();
    if (name.isEmpty()) {
      throw unfit("file-name-missing", Map.of());
    }
    // What is shown of a name in full width is read by systems as the narrow sign.
    String narrow = NARROW.normalize(name);
    if (narrow.chars().anyMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0)
        || narrow.matches("\\.+|\\..*|.*\\.")) {
      throw unfit("file-name-path", Map.of());
    }
    if (!Names.isFit(name)) {
      boolean tooLong = name.length() > Names.LONGEST;
      throw unfit(
          tooLong ? "file-name-long" : "file-name-characters", Map.of("most", Names.LONGEST));
    }
    String[] steps = narrow.toLowerCase(Locale.ROOT).split("\\.");
    for (int i = 1; i < steps.length - 1; i++) {
      if (RUN.contains(steps[i].strip())) {
        throw unfit("file-name-run", Map.of("extension", steps[i].strip()));
      }
    }
    String extension = steps.length > 1 ? steps[steps.length - 1].strip() : "";
    if (!type.extensions().contains(extension)) {
      throw unfit(
          "file-name-extension", Map.of("type", type.name(), "right", type.extensions().get(0)));
    }
    return name;
  }

  private static Refused unfit(String fault, Map<String, ?> values) {
    return Refused.wrong("/file", fault, values);
  }
}
