package sixones.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that are kept as evidence; none of them runs anything when it is opened. */
public enum EvidenceType {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
  ODP("application/vnd.oasis.opendocument.presentation", "odp"),
  /** The fixed layout of GB/T 33190. */
  OFD("application/ofd", "ofd");

  private final String mediaType;
  private final List<String> extensions;

  EvidenceType(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  /** Returns the media type the file is served with. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the extensions a name may have, the usual one first, without a dot. */
  public List<String> extensions() {
    return extensions;
  }

  /** Returns the id in JSON: {@code pdf}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the type with a media type. */
  public static Optional<EvidenceType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  /** Returns the names of all types, for messages: {@code PDF, PNG, …}. */
  public static String known() {
    return String.join(", ", Arrays.stream(values()).map(Enum::name).toList());
  }
}
