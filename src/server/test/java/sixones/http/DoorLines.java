package sixones.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;

/** Listens to what is logged of refusals at the door. */
public final class DoorLines extends ExtHandler implements AutoCloseable {
  private final Logger door = Logger.getLogger(DoorLog.class.getName());
  private final List<String> told = new CopyOnWriteArrayList<>();

  public DoorLines() {
    setLevel(org.jboss.logmanager.Level.INFO);
    // Tests that run the engine leave the root at warnings.
    door.setLevel(org.jboss.logmanager.Level.INFO);
    door.addHandler(this);
  }

  @Override
  protected void doPublish(ExtLogRecord line) {
    told.add(line.getFormattedMessage());
  }

  public List<String> told() {
    return told;
  }

  @Override
  public void close() {
    door.removeHandler(this);
    door.setLevel(null);
  }
}
