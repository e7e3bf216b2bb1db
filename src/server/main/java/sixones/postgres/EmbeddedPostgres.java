package sixones.postgres;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A PostgreSQL of its own on a data folder that lasts. What was committed is there after the
 * service, the server or the machine was killed; while the service lives, its server is started
 * again should it end.
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
   * Starts it on a folder, which is made at the first start, and returns once it takes connections.
   *
   * @throws DatabaseUnusable told in plain words by its kind; then nothing half-made is left behind
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
      // The next start sweeps again.
    }
    held.close();
  }

  static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Where the database of Six Ones is, as long as this is open. */
  public String jdbcUrl() {
    return jdbcUrl(server.port(), "sixones");
  }

  /** The role that owns the database and its schema; migrations run as it. */
  public Credentials owner() {
    return passwords.owner();
  }

  /** The role of the service: it owns nothing and has no right but those migrations grant. */
  public Credentials application() {
    return passwords.application();
  }

  /** The port on 127.0.0.1, the same as long as this is open. */
  public int port() {
    return server.port();
  }

  /** The process of the server, another one after it had to be started again. */
  public long pid() {
    return server.pid();
  }

  /** Stops the server, waits until it is gone, and gives the folder free. */
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
