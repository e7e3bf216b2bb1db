package sixones.start;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import sixones.evidence.FileStore;
import sixones.library.BundleSigner;
import sixones.postgres.Credentials;
import sixones.postgres.DatabaseAccess;
import sixones.retention.SetTime;

/**
 * Where the database and the files are, as commands beside the service find them.
 *
 * @param url the JDBC URL of an own server; empty for the embedded database of the folder
 * @param folder the data folder
 */
record DatabaseSettings(Optional<String> url, Path folder, Config config) {
  static final String ADDRESS = "quarkus.datasource.jdbc.url";

  static DatabaseSettings configured() {
    Config config = ConfigProvider.getConfig();
    return new DatabaseSettings(
        config.getOptionalValue(ADDRESS, String.class),
        config.getOptionalValue("sixones.data", Path.class).orElse(Path.of("data")),
        config);
  }

  /** Returns access as the role the service works as. */
  DatabaseAccess application() {
    return url.map(address -> to(address, applicationRole()))
        .orElseGet(() -> DatabaseAccess.of(folder));
  }

  /** Returns access as a role that sees every row; empty if an own server has none named. */
  Optional<DatabaseAccess> administrator() {
    return url.isPresent()
        ? role("sixones.backup").map(role -> to(url.get(), role))
        : Optional.of(DatabaseAccess.ofAdministrator(folder));
  }

  /** Returns access as the owner of the tables. */
  DatabaseAccess owner() {
    return url.map(address -> to(address, ownerRole()))
        .orElseGet(() -> DatabaseAccess.ofOwner(folder));
  }

  static DatabaseAccess to(String address, Credentials role) {
    return DatabaseAccess.to(address, role.username(), role.password());
  }

  /** Returns the role the service works as at an own server. */
  Credentials applicationRole() {
    return role("quarkus.datasource").orElse(new Credentials("", ""));
  }

  /** Returns the role that migrates at an own server. */
  Credentials ownerRole() {
    return role("quarkus.flyway").orElseGet(this::applicationRole);
  }

  private Optional<Credentials> role(String prefix) {
    return config
        .getOptionalValue(prefix + ".username", String.class)
        .map(
            name ->
                new Credentials(
                    name, config.getOptionalValue(prefix + ".password", String.class).orElse("")));
  }

  /** Returns the evidence files. */
  FileStore files() {
    return new FileStore(
        config.getOptionalValue("sixones.files", Path.class).orElse(folder.resolve("files")));
  }

  /** Returns the set time of rounds. */
  SetTime keepsRounds() {
    return new SetTime(
        "SIXONES_RETENTION_ROUNDS",
        config.getOptionalValue("sixones.retention.rounds", String.class));
  }

  /** Returns the set time of the names of people. */
  SetTime keepsPeople() {
    return new SetTime(
        "SIXONES_RETENTION_PEOPLE",
        config.getOptionalValue("sixones.retention.people", String.class));
  }

  /** Returns the key of the signatures of what is kept. */
  BundleSigner signer() {
    return new BundleSigner(folder.resolve("seal.key"));
  }

  /** Returns whether a backup is written before a migration. */
  boolean backsUpBeforeMigration() {
    return config.getOptionalValue("sixones.backup.before-migration", Boolean.class).orElse(true);
  }
}
