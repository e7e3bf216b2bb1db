package sixones.start;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sixones.backup.BackupRefused;
import sixones.backup.BeforeMigration;
import sixones.cli.Commands;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.DatabaseUnusable;
import sixones.postgres.EmbeddedPostgres;
import sixones.postgres.UnfinishedRestore;

/**
 * Runs the service until it is stopped. The database is the configured one, or else an embedded
 * one, which is stopped after the last request has been answered.
 */
@Command(
    name = Commands.SERVE,
    mixinStandardHelpOptions = true,
    description = {
      Commands.SERVE_DESCRIPTION,
      "The database is that of QUARKUS_DATASOURCE_JDBC_URL. If that is not set, it is one of its"
          + " own in the folder SIXONES_DATA, by default ./data."
    })
final class ServeCommand implements Callable<Integer> {
  private static final long LONGEST_END = 120;

  @Option(
      names = "--demo",
      description =
          "A demonstration: people with a password anybody knows, and a round they can look at.")
  private boolean demo;

  @Option(
      names = "--rehearsal",
      hidden = true,
      description = "Answers each kind of request once and ends; for the archive of classes.")
  private boolean rehearsal;

  private final Streams streams;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile int code;

  ServeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    // Quarkus' default exit handler would exit the process before the embedded database has
    // stopped.
    ApplicationLifecycleManager.setDefaultExitCodeHandler(this::end);
    Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd));
    if (demo) {
      System.setProperty("sixones.demo", "true");
    }
    try {
      DatabaseSettings settings = DatabaseSettings.configured();
      UnfinishedRestore.refuse(settings.folder());
      if (settings.url().isPresent()) {
        DatabaseAccess owner = DatabaseSettings.to(settings.url().get(), settings.ownerRole());
        new BeforeMigration(settings.folder(), Clock.systemUTC()).refuseEmpty(owner);
        backUp(
            settings,
            owner,
            () -> settings.administrator().orElseThrow(BackupRefused::roleMissing));
        run();
      } else {
        serveOnItsOwn(settings);
      }
      return code;
    } catch (DatabaseUnusable e) {
      return new CommandWords(streams).unusable(e);
    } catch (BackupRefused e) {
      CommandWords words = new CommandWords(streams);
      words.err("cli.backup.before-migration", Map.of());
      words.refused(e);
      return ExitCode.DATABASE_UNUSABLE.code();
    } finally {
      ended.countDown();
    }
  }

  private void end(int given, Throwable fault) {
    code =
        DatabaseUnusable.behind(fault)
            .or(() -> TakenAddress.behind(fault))
            .map(new CommandWords(streams)::unusable)
            .orElse(given);
  }

  private void serveOnItsOwn(DatabaseSettings settings) {
    EmbeddedPostgres.refuseLost(settings.folder());
    try (EmbeddedPostgres database = EmbeddedPostgres.start(settings.folder())) {
      System.setProperty(DatabaseSettings.ADDRESS, database.jdbcUrl());
      System.setProperty("quarkus.datasource.username", database.application().username());
      System.setProperty("quarkus.datasource.password", database.application().password());
      System.setProperty("quarkus.flyway.username", database.owner().username());
      System.setProperty("quarkus.flyway.password", database.owner().password());
      backUp(
          settings,
          DatabaseSettings.to(database.jdbcUrl(), database.owner()),
          () -> DatabaseSettings.to(database.jdbcUrl(), database.administrator()));
      if (!stopping) {
        run();
      }
    }
  }

  /** Before a database with rows is migrated. */
  private void backUp(
      DatabaseSettings settings, DatabaseAccess owner, Supplier<DatabaseAccess> administrator) {
    if (settings.backsUpBeforeMigration()) {
      new BeforeMigration(settings.folder(), Clock.systemUTC())
          .backUp(owner, administrator, Commands.VERSION)
          .ifPresent(
              file ->
                  new CommandWords(streams)
                      .out("cli.backup.migrating", Map.of("file", file.toString())));
    }
  }

  private void run() {
    if (rehearsal) {
      Quarkus.run(Rehearsal.class);
    } else {
      Quarkus.run();
    }
  }

  /**
   * Waits in a shutdown hook until the database has stopped, because the JVM halts once all hooks
   * have returned.
   */
  private void awaitEnd() {
    stopping = true;
    try {
      ended.await(LONGEST_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
