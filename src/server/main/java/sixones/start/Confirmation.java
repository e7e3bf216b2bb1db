package sixones.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import sixones.cli.Streams;

/**
 * Asks whoever runs a command whether it is meant: by typing the number of what is to go.
 *
 * @param given the answer of the command line; null to ask
 */
record Confirmation(Streams streams, String given) {
  /** Returns whether the answer is the number; a blank answer or none is a no. */
  boolean is(String number) {
    streams.out().flush();
    return number.equals(given == null ? line() : given.strip());
  }

  private static String line() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      return "";
    }
  }
}
