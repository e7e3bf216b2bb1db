package sixones.evidence;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Recognizes an office document by the parts of its package: Office Open XML, OpenDocument and OFD.
 * No XML is parsed; what has to be known stands in a few small parts, and what cannot be read there
 * as plain text is refused.
 */
final class OfficePackage {
  private static final int MOST_TEXT = 1 << 20;
  private static final String TYPES = "[Content_Types].xml";
  private static final String MIME = "mimetype";
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final String LAYOUT = "OFD.xml";

  /** The main part of each type: its name and how the list of content types calls it. */
  private static final Map<EvidenceType, String[]> MAIN =
      Map.of(
          EvidenceType.DOCX,
          new String[] {"word/document.xml", "wordprocessingml.document.main+xml"},
          EvidenceType.XLSX,
          new String[] {"xl/workbook.xml", "spreadsheetml.sheet.main+xml"},
          EvidenceType.PPTX,
          new String[] {"ppt/presentation.xml", "presentationml.presentation.main+xml"});

  private static final Set<String> HARMLESS =
      Set.of(
          """
          xml rels vml png jpg jpeg jpe jfif gif bmp tif tiff emf wmf wdp svg xlsx docx pptx odttf
          fntdata sigs\
          """
              .split("\\s+"));

  private OfficePackage() {}

  static EvidenceType type(ZipParts zip) {
    if (zip.names().contains(TYPES)) {
      return openXml(zip);
    }
    if (zip.isFirstAndPlain(MIME)) {
      return openDocument(zip);
    }
    if (zip.names().contains(LAYOUT)) {
      return layout(zip);
    }
    throw EvidenceTypeReader.unfit("file-archive");
  }

  private static EvidenceType openXml(ZipParts zip) {
    String types = zip.text(TYPES, MOST_TEXT);
    String lower = types.toLowerCase(Locale.ROOT);
    if (lower.contains("macroenabled") || lower.contains("vba") || lower.contains("activex")) {
      throw EvidenceTypeReader.unfit("file-macros");
    }
    // A reference or a declaration could write the same words so that they are not seen here.
    if (types.indexOf('&') >= 0 || types.contains("<!") || types.indexOf('\0') >= 0) {
      throw EvidenceTypeReader.unfit("file-broken");
    }
    zip.names().forEach(OfficePackage::checkPart);
    zip.names().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".rels"))
        .forEach(name -> checkLinks(zip.text(name, MOST_TEXT)));
    EvidenceType found = null;
    for (Map.Entry<EvidenceType, String[]> main : MAIN.entrySet()) {
      if (zip.names().contains(main.getValue()[0]) && types.contains(main.getValue()[1])) {
        if (found != null) {
          throw EvidenceTypeReader.unfit("file-two-at-once");
        }
        found = main.getKey();
      }
    }
    if (found == null) {
      throw EvidenceTypeReader.unfit("file-unknown");
    }
    return found;
  }

  private static void checkPart(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("vba") || lower.contains("macrosheet") || lower.contains("activex")) {
      throw EvidenceTypeReader.unfit("file-macros");
    }
    if (lower.endsWith("/") || lower.matches(".*printersettings/[^/]*\\.bin")) {
      return;
    }
    String extension = lower.substring(lower.lastIndexOf('.') + 1);
    if (!HARMLESS.contains(extension)) {
      throw EvidenceTypeReader.unfit("file-embedded");
    }
  }

  /** Links for people may lead elsewhere; whatever is loaded by itself may not. */
  private static void checkLinks(String relationships) {
    if (relationships.contains("<!") || relationships.indexOf('\0') >= 0) {
      throw EvidenceTypeReader.unfit("file-broken");
    }
    for (PartTags.Tag tag : PartTags.of(relationships)) {
      String mode = tag.attributes().getOrDefault("TargetMode", "Internal");
      boolean forPeople = tag.attributes().getOrDefault("Type", "").endsWith("/hyperlink");
      if (!mode.equals("Internal") && !forPeople) {
        throw EvidenceTypeReader.unfit("file-links");
      }
    }
  }

  private static EvidenceType openDocument(ZipParts zip) {
    String mime = zip.text(MIME, 200);
    EvidenceType type =
        EvidenceType.of(mime).orElseThrow(() -> EvidenceTypeReader.unfit("file-unknown"));
    String manifest = zip.text(MANIFEST, MOST_TEXT);
    if (manifest.contains("encryption-data") || zip.names().contains("encrypted-package")) {
      throw EvidenceTypeReader.unfit("file-encrypted");
    }
    if (zip.names().stream().anyMatch(name -> name.matches("(?i)(basic|scripts|dialogs)/.*"))) {
      throw EvidenceTypeReader.unfit("file-macros");
    }
    if (!zip.names().contains("content.xml")) {
      throw EvidenceTypeReader.unfit("file-broken");
    }
    return type;
  }

  private static EvidenceType layout(ZipParts zip) {
    if (zip.names().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("encrypt"))) {
      throw EvidenceTypeReader.unfit("file-encrypted");
    }
    if (!zip.text(LAYOUT, MOST_TEXT).contains("http://www.ofdspec.org/")) {
      throw EvidenceTypeReader.unfit("file-unknown");
    }
    return EvidenceType.OFD;
  }
}
