package sixones.start;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Filters and sanitises every log line. It drops faults that {@link ServeCommand} reports itself,
 * see {@link ToldFaults}. It escapes control characters, so that user input can neither forge a log
 * line (CWE-117) nor send escape sequences to the terminal.
 */
@LoggingFilter(name = "log-lines")
public final class LogLines implements Filter {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029]");

  private static final int MOST_CAUSES = 20;

  private final Filter toldFaults = new ToldFaults();

  /** A copy of an exception with an escaped message and the same stack trace. */
  private static final class OnOneLine extends Throwable {
    private static final long serialVersionUID = 1;

    private final String said;

    private OnOneLine(Throwable thrown, int causes) {
      super(null, causes == 0 ? null : new OnOneLine(thrown.getCause(), causes - 1));
      said = onOneLine(thrown.toString());
      setStackTrace(thrown.getStackTrace());
    }

    @Override
    public String toString() {
      return said;
    }
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    if (!toldFaults.isLoggable(record)) {
      return false;
    }
    if (record instanceof ExtLogRecord line) {
      String said = line.getFormattedMessage();
      if (said != null && CONTROL.matcher(said).find()) {
        line.setMessage(onOneLine(said), ExtLogRecord.FormatStyle.NO_FORMAT);
      }
      if (line.getThrown() != null && saysMore(line.getThrown())) {
        line.setThrown(new OnOneLine(line.getThrown(), causes(line.getThrown())));
      }
    }
    return true;
  }

  private static boolean saysMore(Throwable thrown) {
    return Stream.iterate(thrown, Throwable::getCause)
        .limit(1 + causes(thrown))
        .anyMatch(each -> CONTROL.matcher(each.toString()).find());
  }

  /** Counts the causes of an exception, up to a limit, because a chain of causes may be cyclic. */
  private static int causes(Throwable thrown) {
    int causes = 0;
    for (Throwable each = thrown; each.getCause() != null && causes < MOST_CAUSES; causes++) {
      each = each.getCause();
    }
    return causes;
  }

  static String onOneLine(String said) {
    return CONTROL
        .matcher(said)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }
}
