package sixones.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/** Restarts the server when it ends unexpectedly, until {@link #end} is called. */
final class ServerSupervisor {
  private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
  private static final long FIRST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 10_000;

  private final DataFolder folder;
  private final Server server;
  private final Thread thread = new Thread(this::keepRunning, "embedded-postgres");

  ServerSupervisor(DataFolder folder, Server server) {
    this.folder = folder;
    this.server = server;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Stops supervising; returns once no restart is running. */
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private void keepRunning() {
    long pause = FIRST_PAUSE;
    try {
      while (true) {
        long since = System.nanoTime();
        server.awaitEnd();
        if (System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(LONGEST_PAUSE)) {
          pause = FIRST_PAUSE;
        }
        LOG.log(Level.WARNING, "PostgreSQL ended unasked; it is started again");
        startAgain();
        TimeUnit.MILLISECONDS.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    } catch (InterruptedException e) {
      // The service is closing.
    }
  }

  private void startAgain() throws InterruptedException {
    try {
      // The server refuses to start while children of the previous one use its shared memory.
      OrphanedProcesses.stop(folder);
      server.start();
    } catch (IOException | DatabaseUnusable e) {
      LOG.log(Level.WARNING, "PostgreSQL does not start; it is tried again: " + e.getMessage());
    }
  }
}
