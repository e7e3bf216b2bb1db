package sixones.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;

/** Listens to what is logged, by whomever, as a warning or worse. */
public final class LoggedFaults extends ExtHandler implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final List<String> told = new CopyOnWriteArrayList<>();

  public LoggedFaults() {
    setLevel(Level.WARNING);
    root.addHandler(this);
  }

  @Override
  protected void doPublish(ExtLogRecord line) {
    told.add(line.getLoggerName() + " " + line.getFormattedMessage() + " " + line.getThrown());
  }

  public List<String> told() {
    return told;
  }

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
