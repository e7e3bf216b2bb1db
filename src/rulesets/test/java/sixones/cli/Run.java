package sixones.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One run of the command line in this process: its exit code and what it printed. */
record Run(int code, byte[] bytes, String err) {

  static Run of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Commands.run(
            new Streams(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            arguments);
    return new Run(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  /** A check for the day of the bids, in English, without colours. */
  static Run check(String... arguments) {
    String[] all = new String[arguments.length + 7];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    String[] options = {"--as-of", "2022-06-17", "--lang", "en", "--color", "never"};
    System.arraycopy(options, 0, all, arguments.length + 1, options.length);
    return of(all);
  }

  String out() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
