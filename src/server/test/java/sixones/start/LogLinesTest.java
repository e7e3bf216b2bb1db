package sixones.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  private static final String FORGED =
      "x\r\n2026-11-28T00:00:00.000Z INFO  [six.web] (main) all is well";

  private final LogLines lines = new LogLines();
  private PatternFormatter format;

  @BeforeEach
  void the_log_has_the_form_of_the_service() throws IOException {
    Properties settings = new Properties();
    try (InputStream file = LogLines.class.getResourceAsStream("/application.properties")) {
      settings.load(file);
    }
    assertThat(settings.getProperty("quarkus.log.console.filter")).isEqualTo("log-lines");
    format = new PatternFormatter(settings.getProperty("quarkus.log.console.format"));
  }

  private String written(ExtLogRecord line) {
    assertThat(lines.isLoggable(line)).isTrue();
    return format.format(line);
  }

  private static ExtLogRecord line(String said, Object... values) {
    ExtLogRecord line =
        new ExtLogRecord(
            Level.INFO, said, ExtLogRecord.FormatStyle.PRINTF, LogLinesTest.class.getName());
    line.setLoggerName("sixones.http.DoorLog");
    line.setParameters(values);
    return line;
  }

  @Test
  void a_line_says_when_it_was_with_the_offset_to_utc() {
    assertThat(written(line("Refused with %d", 403)))
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) INFO  .*"
                + " Refused with 403\\R");
  }

  @Test
  void what_somebody_sent_begins_no_line() {
    assertThat(written(line("Refused: %s", FORGED)).stripTrailing())
        .hasLineCount(1)
        .endsWith("Refused: " + FORGED.replace("\r\n", "\\u000d\\u000a"));
    assertThat(written(line("painted \u001b[2J, %s and 100 %%", "\u2028")))
        .contains("\\u001b[2J, \\u2028 and 100 %");
  }

  @Test
  void what_an_exception_says_begins_no_line_either() {
    ExtLogRecord line = line("failed");
    line.setThrown(new IllegalStateException("plain", new IOException(FORGED)));

    String written = written(line);

    assertThat(written.lines()).noneMatch(each -> each.startsWith("2026-11-28T00:00:00"));
    assertThat(written)
        .contains("java.lang.IllegalStateException: plain")
        .contains("java.io.IOException: x\\u000d\\u000a2026")
        .contains("at " + LogLinesTest.class.getName());
  }

  @Test
  void causes_that_go_round_in_a_circle_come_to_an_end() {
    Exception one = new Exception(FORGED);
    one.initCause(new Exception("two", one));
    ExtLogRecord line = line("failed");
    line.setThrown(one);

    assertThat(written(line)).contains("java.lang.Exception: two");
  }
}
