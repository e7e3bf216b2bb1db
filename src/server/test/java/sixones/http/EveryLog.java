package sixones.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import sixones.api.Canary;

/**
 * Listens to every logger, at every level that can be switched on without building the service
 * anew, and keeps the lines that hold a canary.
 */
public final class EveryLog extends ExtHandler implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Handler[] others = root.getHandlers();
  private final List<Level> levels = new ArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger lines = new AtomicInteger();

  public EveryLog() {
    setLevel(org.jboss.logmanager.Level.DEBUG);
    root.setLevel(org.jboss.logmanager.Level.DEBUG);
    for (Handler other : others) {
      levels.add(other.getLevel());
      other.setLevel(Level.INFO);
    }
    root.addHandler(this);
  }

  @Override
  protected void doPublish(ExtLogRecord line) {
    StringWriter all = new StringWriter();
    all.append(line.getLevel() + " " + line.getLoggerName() + " " + line.getFormattedMessage());
    all.append(" " + Arrays.toString(line.getParameters()) + " " + line.getMdcCopy());
    if (line.getThrown() != null) {
      line.getThrown().printStackTrace(new PrintWriter(all));
    }
    lines.incrementAndGet();
    if (Canary.isIn(all.toString())) {
      told.add(all.toString());
    }
  }

  /** How many lines there were, to know that it did listen. */
  public int lines() {
    return lines.get();
  }

  /** The lines that tell what no log may. */
  public List<String> told() {
    return told;
  }

  @Override
  public void close() {
    root.removeHandler(this);
    for (int i = 0; i < others.length; i++) {
      others[i].setLevel(levels.get(i));
    }
    root.setLevel(before);
  }
}
