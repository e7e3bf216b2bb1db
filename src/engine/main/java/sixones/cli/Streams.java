package sixones.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The standard output and error streams of a command, encoded in UTF-8. */
public record Streams(PrintStream out, PrintStream err) {

  /** Those of this process. Flush the output before the process exits. */
  public static Streams standard() {
    return new Streams(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }
}
