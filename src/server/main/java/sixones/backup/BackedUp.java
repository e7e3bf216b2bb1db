package sixones.backup;

import java.util.List;
import java.util.Locale;

/**
 * A backup that was made or restored, as it is told of.
 *
 * @param madeAt the instant of the snapshot, as ISO 8601 in UTC
 * @param application the release that made it
 * @param postgresql the version of the server it was made on
 * @param tables how many tables it has
 * @param rows how many rows they have
 * @param files how many evidence files it has
 * @param withFiles whether evidence files are part of it
 * @param keys the keys it has
 * @param lost the evidence files that are on record and not in it, with the reason in one word
 * @param sha256 of the file in hexadecimal
 */
public record BackedUp(
    String madeAt,
    String application,
    String postgresql,
    int tables,
    long rows,
    int files,
    boolean withFiles,
    List<String> keys,
    List<String> lost,
    String sha256) {

  static BackedUp of(BackupManifest manifest, String sha256) {
    return new BackedUp(
        manifest.madeAt(),
        manifest.application(),
        manifest.postgresql(),
        manifest.tables().size(),
        manifest.rows(),
        manifest.files().size(),
        manifest.evidence().equals(BackupManifest.INCLUDED),
        manifest.keys().stream().map(ArchivePart::name).toList(),
        manifest.lost().stream()
            .filter(lost -> lost.why() != BackupManifest.Lost.Reason.REMOVED)
            .map(lost -> lost.digest() + " " + lost.why().name().toLowerCase(Locale.ROOT))
            .toList(),
        sha256);
  }
}
