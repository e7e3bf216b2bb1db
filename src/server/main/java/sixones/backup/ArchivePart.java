package sixones.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A part of an archive, as its manifest names it.
 *
 * @param name the name inside the archive; never a path of the disk
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 */
public record ArchivePart(String name, long bytes, String sha256) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public ArchivePart {
    if (bytes < 0 || !HEX.matcher(sha256).matches()) {
      throw new IllegalArgumentException("part " + name);
    }
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Computes digest and size of what passes to another stream. */
  public static final class Measured extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest = sha256Digest();
    private long bytes;

    /** Creates one that measures what passes to {@code out}. */
    public Measured(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] piece, int from, int length) throws IOException {
      out.write(piece, from, length);
      digest.update(piece, from, length);
      bytes += length;
    }

    /** Returns what passed as a part; to be called once, at the end. */
    public ArchivePart as(String name) {
      return new ArchivePart(name, bytes, hex(digest));
    }
  }
}
