package sixones.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a backup holds: every part with its size and digest, and what is needed to put it back.
 *
 * @param format {@link #FORMAT}
 * @param madeAt the instant of the snapshot, as ISO 8601 in UTC
 * @param application the release that made it
 * @param postgresql the version of the server it was made on
 * @param migrations those that were applied, in their order
 * @param tables every table with its rows
 * @param counters the sequences that number rows
 * @param evidence whether evidence files are part of it: {@code included} or {@code left-out}
 * @param files the evidence files, named by digest
 * @param lost evidence files that are on record and could not be copied
 * @param keys the keys of the data folder, named by file
 */
record BackupManifest(
    String format,
    String madeAt,
    String application,
    String postgresql,
    List<Migration> migrations,
    List<Table> tables,
    SortedMap<String, Counter> counters,
    String evidence,
    List<ArchivePart> files,
    List<Lost> lost,
    List<ArchivePart> keys) {
  static final String FORMAT = "sixones/backup/1";
  static final String INCLUDED = "included";
  static final String LEFT_OUT = "left-out";

  private static final String ANY_FORMAT = "sixones/backup/";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern SCRIPT = Pattern.compile("V[0-9]{1,9}__[a-zA-Z0-9_]{1,100}\\.sql");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** One migration, with the checksum Flyway computed of it. */
  record Migration(int version, String script, int checksum) {
    Migration {
      require(SCRIPT.matcher(script).matches(), "script " + script);
      require(script.startsWith("V" + version + "__"), "script " + script);
    }
  }

  /** One table; its rows stand in the order of its primary key. */
  record Table(String name, List<String> columns, long rows, long bytes, String sha256) {
    Table {
      require(NAME.matcher(name).matches(), "table " + name);
      columns = List.copyOf(columns);
      for (String column : columns) {
        require(NAME.matcher(column).matches(), "column " + column);
      }
      require(rows >= 0 && bytes >= 0 && HEX.matcher(sha256).matches(), "table " + name);
    }
  }

  /** The state of a sequence. */
  record Counter(long last, boolean used) {}

  /** An evidence file that is on record and not in the backup. */
  record Lost(String digest, Reason why) {
    /** Why it is not. */
    enum Reason {
      /** It is not on the disk. */
      MISSING,
      /** Its bytes are not those of its digest. */
      CHANGED,
      /** Its applicant removed it while the backup was made. */
      REMOVED
    }
  }

  BackupManifest {
    require(FORMAT.equals(format), "format " + format);
    require(evidence.equals(INCLUDED) || evidence.equals(LEFT_OUT), "evidence " + evidence);
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    counters = new TreeMap<>(counters);
    files = List.copyOf(files);
    lost = List.copyOf(lost);
    keys = List.copyOf(keys);
    require(!migrations.isEmpty(), "migrations");
    require(isInstant(madeAt), "madeAt " + madeAt);
    for (String counter : counters.keySet()) {
      require(NAME.matcher(counter).matches(), "counter " + counter);
    }
    for (ArchivePart file : files) {
      require(file.name().equals(file.sha256()), "file " + file.name());
    }
    for (ArchivePart key : keys) {
      require(DataKeys.NAMES.contains(key.name()), "key " + key.name());
    }
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void require(boolean fits, String what) {
    if (!fits) {
      throw new IllegalArgumentException(what);
    }
  }

  /** Returns the migration applied last. */
  Migration newest() {
    return migrations.get(migrations.size() - 1);
  }

  /** Returns the number of rows of all tables. */
  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /** Returns the name and size of every part, as the file has to hold them. */
  Map<String, ArchivePart> parts() {
    Map<String, ArchivePart> parts = new TreeMap<>();
    tables.forEach(each -> add(parts, table(each.name()), each.bytes(), each.sha256()));
    files.forEach(each -> add(parts, file(each.name()), each.bytes(), each.sha256()));
    keys.forEach(each -> add(parts, key(each.name()), each.bytes(), each.sha256()));
    return parts;
  }

  private static void add(Map<String, ArchivePart> parts, String name, long bytes, String sha256) {
    require(
        parts.put(name, new ArchivePart(name, bytes, sha256)) == null, name + " is named twice");
  }

  static String table(String name) {
    return "tables/" + name + ".copy";
  }

  static String file(String sha256) {
    return "files/" + sha256;
  }

  static String key(String name) {
    return "keys/" + name;
  }

  /**
   * Ends the backup that this is the manifest of.
   *
   * @return the SHA-256 of the file in hexadecimal
   */
  String finish(ArchiveWriter writer) throws IOException, SQLException {
    return writer.finish(written(), (json, name) -> read(json, name).parts());
  }

  private byte[] written() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest can be written", e);
    }
  }

  /**
   * Reads a manifest.
   *
   * @param file the backup, as refusals name it
   * @throws BackupRefused if it is of another format, or does not fit this one
   */
  static BackupManifest read(byte[] json, String file) {
    try {
      JsonNode tree = JSON.readTree(json);
      String format = tree.path("format").asText();
      if (format.startsWith(ANY_FORMAT) && !format.equals(FORMAT)) {
        throw BackupRefused.newer(file, format, FORMAT);
      }
      if (!format.equals(FORMAT)) {
        throw BackupRefused.notABackup(file);
      }
      BackupManifest manifest = JSON.treeToValue(tree, BackupManifest.class);
      manifest.parts();
      return manifest;
    } catch (JsonMappingException e) {
      throw BackupRefused.damaged(file, "manifest.json " + e.getPathReference());
    } catch (IOException | IllegalArgumentException e) {
      throw BackupRefused.damaged(file, "manifest.json");
    }
  }
}
