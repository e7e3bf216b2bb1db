package sixones.http.strict;

import io.netty.buffer.ByteBuf;

/**
 * Validates the lines between the chunks of a body (RFC 9112, section 7.1). Netty ignores
 * characters around a chunk size, and of a size that overflows keeps the last digits.
 */
final class ChunkLines {
  private enum At {
    SIZE,
    BLANK,
    EXTENSION,
    END_OF_SIZE,
    CHUNK,
    LINE_AFTER_CHUNK,
    LAST
  }

  private At at = At.SIZE;
  private long size;
  private boolean hasDigit;

  /** Returns whether the bytes read from a buffer are unambiguous. */
  boolean follow(ByteBuf read, int from, int to) {
    int next = from;
    while (next < to && at != At.LAST) {
      if (at == At.CHUNK && size > 0) {
        long skipped = Math.min(size, to - next);
        size -= skipped;
        next += (int) skipped;
      } else if (!follow(read.getByte(next++))) {
        return false;
      }
    }
    return true;
  }

  private boolean follow(byte next) {
    return switch (at) {
      case SIZE -> size(next);
      case BLANK -> next == ' ' || next == '\t' || next == ';' && to(At.EXTENSION);
      case EXTENSION -> next != '\r' || to(At.END_OF_SIZE);
      case END_OF_SIZE -> next == '\n' && to(size == 0 ? At.LAST : At.CHUNK);
      case CHUNK -> next == '\r' && to(At.LINE_AFTER_CHUNK);
      case LINE_AFTER_CHUNK -> next == '\n' && to(At.SIZE);
      default -> false;
    };
  }

  private boolean size(byte next) {
    int digit = Character.digit(next, 16);
    if (digit >= 0) {
      size = size * 16 + digit;
      hasDigit = true;
      return size <= Integer.MAX_VALUE;
    }
    boolean blank = next == ' ' || next == '\t';
    At on = next == '\r' ? At.END_OF_SIZE : next == ';' ? At.EXTENSION : blank ? At.BLANK : null;
    boolean fits = hasDigit && on != null;
    hasDigit = false;
    return fits && to(on);
  }

  private boolean to(At next) {
    at = next;
    return true;
  }
}
