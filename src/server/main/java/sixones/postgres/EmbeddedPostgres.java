package sixones.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL server on a persistent data folder. Committed data survives a kill of the service,
 * the server or the machine. While this is open, the server is restarted if it ends.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private final DataFolder folder;
  private final Server server;
  private final DatabasePasswords passwords;
  private final ServerSupervisor watch;
  private boolean closed;

  private EmbeddedPostgres(DataFolder folder, Server server, DatabasePasswords passwords) {
    this.folder = folder;
    this.server = server;
    this.passwords = passwords;
    this.watch = new ServerSupervisor(folder, server);
  }

  /**
   * Starts the server, creating the folder at the first start, and returns once it accepts
   * connections.
   *
   * @throws DatabaseUnusable if it cannot start; nothing half-made is left behind
   */
  public static EmbeddedPostgres start(Path folder) {
    try {
      return start(folder, Programs.ofThisMachine());
    } catch (IOException e) {
      throw DatabaseUnusable.notWritable(folder, e);
    }
  }

  static EmbeddedPostgres start(Path folder, Programs programs) {
    Binaries binaries = Binaries.ofThisMachine();
    programs.check();
    DataFolder held;
    try {
      held = DataFolder.hold(folder);
    } catch (IOException e) {
      throw DatabaseUnusable.notWritable(folder, e);
    }
    EmbeddedPostgres started = null;
    try {
      started = start(held, programs, binaries);
      return started;
    } catch (IOException e) {
      throw DatabaseUnusable.notWritable(held.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DatabaseUnusable.didNotStart(held.path(), "interrupted", e);
    } finally {
      if (started == null) {
        giveUp(held);
      }
    }
  }

  private static EmbeddedPostgres start(DataFolder folder, Programs programs, Binaries binaries)
      throws IOException, InterruptedException {
    Cluster.check(folder, binaries);
    OrphanedProcesses.stop(folder);
    folder.sweep();
    programs.ownership().admit(folder);
    Path unpacked = programs.ownership().unpack(binaries, folder);
    DatabasePasswords passwords = DatabasePasswords.of(folder);
    Cluster.make(folder, unpacked, programs, passwords.superuser());
    folder.sweep();
    Server server = new Server(folder, programs, unpacked, Server.freePort());
    boolean usable = false;
    try {
      server.start();
      DatabaseRoles.ensure(server.port(), passwords, folder.path());
      usable = true;
    } finally {
      if (!usable) {
        server.stop();
      }
    }
    EmbeddedPostgres database = new EmbeddedPostgres(folder, server, passwords);
    database.watch.start();
    return database;
  }

  private static void giveUp(DataFolder held) {
    try {
      held.sweep();
    } catch (IOException e) {
      // The next start deletes it.
    }
    held.close();
  }

  /**
   * Checks that a folder that had a database has it still, so that none is served in its place that
   * nobody is in. A first start that was killed leaves passwords without a database, and no log.
   *
   * @throws DatabaseUnusable if it is gone
   */
  public static void refuseLost(Path folder) {
    boolean had =
        Files.exists(folder.resolve("seal.key"))
            || Files.exists(folder.resolve("database.properties"))
                && Files.exists(folder.resolve("postgresql.log"));
    if (had && Files.notExists(folder.resolve("database").resolve("PG_VERSION"))) {
      throw DatabaseUnusable.databaseLost(folder);
    }
  }

  /**
   * Deletes the database of a folder, with its passwords; whoever does so has just made it, or read
   * it in full.
   *
   * @throws DatabaseUnusable if a service holds the folder
   */
  public static void discard(Path folder) {
    try (DataFolder held = DataFolder.hold(folder)) {
      OrphanedProcesses.stop(held);
      DataFolder.remove(held.database());
      Files.deleteIfExists(held.passwords());
      held.sweep();
    } catch (IOException e) {
      throw DatabaseUnusable.notWritable(folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DatabaseUnusable.didNotStart(folder, "interrupted", e);
    }
  }

  static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Returns the JDBC URL of the Six Ones database. */
  public String jdbcUrl() {
    return jdbcUrl(server.port(), "sixones");
  }

  DatabasePasswords passwords() {
    return passwords;
  }

  /** Returns the superuser, from whom no row is hidden; only backups are made as it. */
  public Credentials administrator() {
    return passwords.superuser();
  }

  /** Returns the role that owns the database and schema; migrations run as it. */
  public Credentials owner() {
    return passwords.owner();
  }

  /**
   * Returns the role of the service; it owns nothing and has only the privileges that migrations
   * grant.
   */
  public Credentials application() {
    return passwords.application();
  }

  /** Returns the port on 127.0.0.1; it does not change while this is open. */
  public int port() {
    return server.port();
  }

  /** Returns the process id of the server; it changes with a restart. */
  public long pid() {
    return server.pid();
  }

  /** Stops the server, waits for its end and releases the folder. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = Thread.interrupted();
    try {
      watch.end();
      server.stop();
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      folder.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
