package sixones.cli;

import java.io.PrintStream;

/** The two streams a command prints to, in UTF-8. */
public record Streams(PrintStream out, PrintStream err) {}
