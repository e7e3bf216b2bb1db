package sixones.cli;

import java.io.PrintStream;

/** The standard output and error streams of a command, encoded in UTF-8. */
public record Streams(PrintStream out, PrintStream err) {}
