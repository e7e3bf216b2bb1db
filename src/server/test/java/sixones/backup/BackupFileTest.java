package sixones.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup is written whole or not at all, and read as a whole or not at all. */
@Timeout(60)
class BackupFileTest {
  private static final String ROWS = "1\tfirst\n2\tsecond\n";
  private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
  private static final byte[] KEY = "a key\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void what_was_written_is_read() throws Exception {
    Path file = whole();

    try (BackupFile read = BackupFile.open(file)) {
      assertThat(read.manifest().tables())
          .extracting(BackupManifest.Table::rows)
          .containsExactly(2L);
      assertThat(read.table("round").readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo(ROWS);
      assertThat(read.key("seal.key")).isEqualTo(KEY);
      assertThat(read.evidence(sha256(PICTURE)).readAllBytes()).isEqualTo(PICTURE);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(names()).containsExactly("whole.zip");
  }

  @Test
  void a_file_that_exists_is_never_replaced() throws Exception {
    Path file = Files.writeString(folder.resolve("there.zip"), "mine");

    assertRefused(() -> ArchiveWriter.to(file).close(), "file-exists");

    Path meanwhile = folder.resolve("meanwhile.zip");
    try (ArchiveWriter writer = ArchiveWriter.to(meanwhile)) {
      BackupManifest manifest = fill(writer);
      Files.writeString(meanwhile, "mine");
      assertRefused(() -> manifest.finish(writer), "file-exists");
    }
    assertThat(file).hasContent("mine");
    assertThat(meanwhile).hasContent("mine");
    assertThat(names()).containsExactlyInAnyOrder("there.zip", "meanwhile.zip");
  }

  @Test
  void a_backup_that_is_not_finished_leaves_no_file() throws Exception {
    try (ArchiveWriter writer = ArchiveWriter.to(folder.resolve("unfinished.zip"))) {
      fill(writer);
    }

    assertThat(names()).isEmpty();
  }

  /** Of a zip, some bytes say nothing: what is opened all the same has to be the same. */
  @Test
  void a_file_with_any_byte_changed_is_refused_or_is_the_same() throws Exception {
    byte[] bytes = Files.readAllBytes(whole());
    BackupManifest as = manifestOf(folder.resolve("whole.zip"));
    int refused = 0;
    Path changed = folder.resolve("changed.zip");
    for (int place = 0; place < bytes.length; place++) {
      byte[] copy = bytes.clone();
      copy[place] ^= 0x11;
      Files.write(changed, copy);
      try {
        assertThat(manifestOf(changed)).as("byte " + place).isEqualTo(as);
      } catch (BackupRefused e) {
        refused++;
      }
    }

    assertThat(refused).isGreaterThan(bytes.length / 2);
  }

  @Test
  void a_file_that_is_cut_off_anywhere_is_refused() throws Exception {
    byte[] bytes = Files.readAllBytes(whole());
    Path cut = folder.resolve("cut.zip");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> BackupFile.open(cut).close())
          .as("the first " + length + " bytes")
          .isInstanceOf(BackupRefused.class);
    }
  }

  @Test
  void what_the_manifest_does_not_name_is_refused() throws Exception {
    for (String name : List.of("../../etc/cron.d/evil", "/etc/passwd", "tables/", "files/x", "a")) {
      Map<String, byte[]> parts = parts();
      parts.put(name, KEY);

      assertThat(refusal(zip(parts)).values().get("place")).isEqualTo(name);
      assertThat(refusal(zip(parts)).kind()).isEqualTo("unknown-part");
    }
  }

  @Test
  void a_part_that_stands_there_twice_is_refused() throws Exception {
    Map<String, byte[]> parts = parts();
    parts.put("keys/seal.kez", KEY);
    String twice =
        new String(zip(parts), StandardCharsets.ISO_8859_1)
            .replace("keys/seal.kez", "keys/seal.key");

    assertThat(refusal(twice.getBytes(StandardCharsets.ISO_8859_1)).kind())
        .isEqualTo("unknown-part");
  }

  @Test
  void a_part_that_is_missing_or_other_than_its_digest_is_told_by_its_place() throws Exception {
    for (String name : List.of("tables/round.copy", "files/" + sha256(PICTURE), "keys/seal.key")) {
      Map<String, byte[]> missing = parts();
      missing.remove(name);
      Map<String, byte[]> other = parts();
      other.get(name)[0]++;

      assertThat(refusal(zip(missing)).values().get("place")).isEqualTo(name);
      assertThat(refusal(zip(other)).values().get("place")).isEqualTo(name);
      assertThat(refusal(zip(other)).kind()).isEqualTo("damaged");
    }
  }

  @Test
  void a_part_that_swells_beyond_what_the_manifest_says_is_refused() throws Exception {
    Map<String, byte[]> parts = parts();
    parts.put("tables/round.copy", new byte[64 << 20]);

    assertThat(refusal(zip(parts)).kind()).isEqualTo("damaged");
  }

  @Test
  void a_manifest_that_does_not_fit_is_refused() throws Exception {
    for (Map.Entry<String, String> change :
        Map.of(
                "\"round\"", "\"../round\"",
                "\"name_en\"", "\"name_en\\\"; drop table person\"",
                "\"seal.key\"", "\"../seal.key\"",
                "\"rows\" : 2", "\"rows\" : -2",
                "\"V1__first.sql\"", "\"V2__first.sql\"",
                "\"evidence\" : \"included\"", "\"evidence\" : \"perhaps\"",
                "\"lost\" : [ ]", "\"lost\" : [ ], \"more\" : 1",
                "\"madeAt\" : \"2026", "\"madeAt\" : \"soon 2026")
            .entrySet()) {
      assertThat(refusal(withManifest(change.getKey(), change.getValue())).kind())
          .as(change.toString())
          .isEqualTo("damaged");
    }
  }

  @Test
  void another_format_is_told_apart_from_a_newer_one() throws Exception {
    assertThat(refusal(withManifest("sixones/backup/1", "sixones/backup/2")).kind())
        .isEqualTo("newer");
    assertThat(refusal(withManifest("sixones/backup/1", "another/1")).kind())
        .isEqualTo("not-a-backup");
    assertThat(refusal("no zip".getBytes(StandardCharsets.UTF_8)).kind()).isEqualTo("not-a-backup");
    assertThat(refusal(zip(Map.of("a", KEY))).kind()).isEqualTo("not-a-backup");
    assertRefused(() -> BackupFile.open(folder.resolve("none.zip")).close(), "no-file");
    assertRefused(() -> BackupFile.open(folder).close(), "no-file");
  }

  @Test
  void a_migration_of_a_newer_release_is_told_before_anything_is_done() {
    BackupManifest newer = manifest(new BackupManifest.Migration(99, "V99__later.sql", 1));
    BackupManifest foreign = manifest(new BackupManifest.Migration(1, "V1__other.sql", 1));

    assertRefused(() -> Migrations.refuseUnknown(newer, "file"), "newer");
    assertRefused(() -> Migrations.refuseUnknown(foreign, "file"), "does-not-fit");
  }

  private static BackupManifest manifest(BackupManifest.Migration migration) {
    return new BackupManifest(
        BackupManifest.FORMAT,
        "2026-11-30T05:00:00Z",
        "Six Ones in tests",
        "17",
        List.of(migration),
        List.of(),
        new TreeMap<>(),
        BackupManifest.LEFT_OUT,
        List.of(),
        List.of(),
        List.of());
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void assertRefused(Work work, String kind) {
    assertThat(catchThrowableOfType(work::run, BackupRefused.class))
        .isNotNull()
        .extracting(BackupRefused::kind)
        .isEqualTo(kind);
  }

  private BackupRefused refusal(byte[] file) throws IOException {
    Path at = Files.write(folder.resolve("refused.zip"), file);
    BackupRefused refused =
        catchThrowableOfType(() -> BackupFile.open(at).close(), BackupRefused.class);
    assertThat(refused).isNotNull();
    return refused;
  }

  private static BackupManifest manifestOf(Path file) {
    try (BackupFile read = BackupFile.open(file)) {
      return read.manifest();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  private Path whole() throws IOException, SQLException {
    Path file = folder.resolve("whole.zip");
    try (ArchiveWriter writer = ArchiveWriter.to(file)) {
      fill(writer).finish(writer);
    }
    return file;
  }

  private static BackupManifest fill(ArchiveWriter writer) throws IOException, SQLException {
    ArchivePart rows =
        writer.compressed(
            "tables/round.copy", out -> out.write(ROWS.getBytes(StandardCharsets.UTF_8)));
    ArchivePart picture = writer.plain("files/" + sha256(PICTURE), out -> out.write(PICTURE));
    ArchivePart key = writer.plain("keys/seal.key", out -> out.write(KEY));
    return new BackupManifest(
        BackupManifest.FORMAT,
        "2026-11-30T05:00:00Z",
        "Six Ones in tests",
        "17",
        List.of(new BackupManifest.Migration(1, "V1__first.sql", -5)),
        List.of(
            new BackupManifest.Table(
                "round", List.of("number", "name_en"), 2, rows.bytes(), rows.sha256())),
        new TreeMap<>(Map.of("round_number_seq", new BackupManifest.Counter(3, true))),
        BackupManifest.INCLUDED,
        List.of(new ArchivePart(picture.sha256(), picture.bytes(), picture.sha256())),
        List.of(),
        List.of(new ArchivePart("seal.key", key.bytes(), key.sha256())));
  }

  /** The parts of a whole backup, to be changed and put together again. */
  private Map<String, byte[]> parts() throws IOException, SQLException {
    Path file = folder.resolve("whole.zip");
    if (Files.notExists(file)) {
      whole();
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (var zip = new java.util.zip.ZipFile(file.toFile())) {
      for (ZipEntry entry : new ArrayList<>(zip.stream().toList())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  private byte[] withManifest(String was, String becomes) throws IOException, SQLException {
    Map<String, byte[]> parts = parts();
    String manifest = new String(parts.get("manifest.json"), StandardCharsets.UTF_8);
    assertThat(manifest).contains(was);
    parts.put("manifest.json", manifest.replace(was, becomes).getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    var digest = ArchivePart.sha256Digest();
    digest.update(bytes);
    return ArchivePart.hex(digest);
  }
}
