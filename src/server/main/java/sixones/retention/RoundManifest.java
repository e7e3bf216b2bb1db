package sixones.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sixones.backup.ArchivePart;

/**
 * What the archive of a round holds: every part with its size and digest.
 *
 * @param format {@link #FORMAT}
 * @param madeAt the instant the round was read, as ISO 8601 in UTC
 * @param application the release that made it
 * @param round which round it is
 * @param counts how many rows of each table belong to the round
 * @param contents digest of the list of {@code records}: equal for the same round, whenever it is
 *     read
 * @param records what is of the round alone: rows, bids, answers, letters
 * @param context what explains it and may be of other rounds, too: rules, engines, names of people,
 *     audit entries
 * @param evidence the evidence files, named by digest
 * @param lost the digests of evidence files that are on record and could not be copied
 */
record RoundManifest(
    String format,
    String madeAt,
    String application,
    OfRound round,
    SortedMap<String, Long> counts,
    String contents,
    List<ArchivePart> records,
    List<ArchivePart> context,
    List<ArchivePart> evidence,
    List<String> lost) {
  static final String FORMAT = "sixones/round/1";

  private static final Pattern PART =
      Pattern.compile("[a-z-]{1,20}(\\.[a-z]{1,5}|/[A-Za-z0-9._-]{1,200})");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Which round it is; either name may be null. */
  record OfRound(
      String id,
      int number,
      String nameEn,
      String nameZh,
      String ruleSet,
      String ruleSetVersion,
      String decidedAt) {}

  RoundManifest {
    counts = new TreeMap<>(counts);
    records = List.copyOf(records);
    context = List.copyOf(context);
    evidence = List.copyOf(evidence);
    lost = List.copyOf(lost);
    require(FORMAT.equals(format), "format");
    require(contents.equals(digest(records)), "contents");
  }

  private static void require(boolean fits, String what) {
    if (!fits) {
      throw new IllegalArgumentException(what);
    }
  }

  /** Returns the digest of a list of parts: of a line for each, with its name, size and digest. */
  static String digest(List<ArchivePart> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ArchivePart part : parts) {
        String line = part.name() + " " + part.bytes() + " " + part.sha256() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns every part, as the archive has to hold them. */
  Map<String, ArchivePart> parts() {
    Map<String, ArchivePart> parts = new TreeMap<>();
    for (List<ArchivePart> some : List.of(records, context, evidence)) {
      for (ArchivePart part : some) {
        require(PART.matcher(part.name()).matches(), "part " + part.name());
        require(parts.put(part.name(), part) == null, part.name() + " is named twice");
      }
    }
    return parts;
  }

  byte[] written() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest can be written", e);
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException if it is none, or does not fit itself
   */
  static RoundManifest read(byte[] json) {
    try {
      return JSON.readValue(json, RoundManifest.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("no manifest of a round", e);
    }
  }
}
