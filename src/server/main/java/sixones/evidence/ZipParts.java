package sixones.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a zip file as its directory lists them. The parts have to fill the file from its
 * first byte to the directory, one after the other, so that nothing stands before, between, behind
 * or in two of them. Nothing is unpacked but what is asked for.
 */
final class ZipParts {
  /** The signature of the record at the end. */
  static final int END = 0x06054b50;

  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int MOST_PARTS = 5_000;
  private static final long MOST_UNPACKED = 1L << 30;

  /** What unpacks to less is harmless, however well it is packed. */
  private static final long SMALL = 64L << 20;

  private static final int MOST_RATIO = 100;
  private static final int ENCRYPTED = 1;
  private static final int SIZE_BEHIND = 8;

  /** The lengths of a record behind a part, with and without signature, of 32 and 64 bits. */
  private static final Set<Long> RECORDS_BEHIND = Set.of(0L, 12L, 16L, 20L, 24L);

  private final ByteBuffer file;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  private record Part(String name, int flags, int method, long packed, long size, long at) {}

  private ZipParts(ByteBuffer file) {
    this.file = file;
  }

  /** Reads the directory of a file. */
  static ZipParts read(ByteBuffer file) {
    ZipParts zip = new ZipParts(file);
    int end = file.limit() - 22;
    broken(end < 0 || file.getInt(end) != END);
    int count = unsigned(file.getShort(end + 10));
    long size = Integer.toUnsignedLong(file.getInt(end + 12));
    long at = Integer.toUnsignedLong(file.getInt(end + 16));
    broken(file.getInt(end + 4) != 0 || unsigned(file.getShort(end + 8)) != count);
    broken(at + size != end || count == 0);
    if (count > MOST_PARTS) {
      throw EvidenceTypeReader.unfit("file-bomb");
    }
    zip.list(count, (int) at, end);
    zip.fill(at);
    return zip;
  }

  private void list(int count, int from, int end) {
    int at = from;
    long unpacked = 0;
    Set<String> names = new HashSet<>();
    for (int i = 0; i < count; i++) {
      broken(at + 46 > end || file.getInt(at) != ENTRY);
      int length = unsigned(file.getShort(at + 28));
      Part part =
          new Part(
              name(at + 46, length),
              unsigned(file.getShort(at + 8)),
              unsigned(file.getShort(at + 10)),
              Integer.toUnsignedLong(file.getInt(at + 20)),
              Integer.toUnsignedLong(file.getInt(at + 24)),
              Integer.toUnsignedLong(file.getInt(at + 42)));
      if ((part.flags() & ENCRYPTED) != 0) {
        throw EvidenceTypeReader.unfit("file-encrypted");
      }
      broken(part.method() != 0 && part.method() != 8);
      broken(part.method() == 0 && part.packed() != part.size());
      broken(!names.add(part.name().toLowerCase(Locale.ROOT)));
      parts.put(part.name(), part);
      unpacked += part.size();
      at += 46 + length + unsigned(file.getShort(at + 30)) + unsigned(file.getShort(at + 32));
    }
    broken(at != end);
    if (unpacked > MOST_UNPACKED || unpacked > SMALL && unpacked / file.limit() > MOST_RATIO) {
      throw EvidenceTypeReader.unfit("file-bomb");
    }
  }

  private String name(int at, int length) {
    byte[] bytes = new byte[length];
    file.get(at, bytes);
    String name = new String(bytes, StandardCharsets.UTF_8);
    boolean leads =
        name.isEmpty()
            || name.startsWith("/")
            || ("/" + name + "/").contains("/../")
            || name.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ');
    broken(leads);
    return name;
  }

  /** Holds that the parts stand one behind the other, from the first byte to the directory. */
  private void fill(long directory) {
    List<Part> inOrder = new ArrayList<>(parts.values());
    inOrder.sort(Comparator.comparingLong(Part::at));
    broken(inOrder.get(0).at() != 0);
    for (int i = 0; i < inOrder.size(); i++) {
      Part part = inOrder.get(i);
      long next = i + 1 < inOrder.size() ? inOrder.get(i + 1).at() : directory;
      long left = next - (data(part) + part.packed());
      boolean follows = (part.flags() & SIZE_BEHIND) == 0;
      broken(follows ? left != 0 : !RECORDS_BEHIND.contains(left));
    }
  }

  private long data(Part part) {
    broken(part.at() + 30 > file.limit());
    int at = (int) part.at();
    broken(file.getInt(at) != LOCAL);
    int length = unsigned(file.getShort(at + 26));
    broken(!name(at + 30, length).equals(part.name()));
    broken((file.getShort(at + 6) & ENCRYPTED) != 0);
    return part.at() + 30 + length + unsigned(file.getShort(at + 28));
  }

  Set<String> names() {
    return parts.keySet();
  }

  /** Returns whether a part is the first of the file and stored as it is. */
  boolean isFirstAndPlain(String name) {
    Part part = parts.get(name);
    return part != null && part.at() == 0 && part.method() == 0;
  }

  /** Unpacks a part to text of single bytes; one that is larger than allowed is refused. */
  String text(String name, int most) {
    Part part = parts.get(name);
    broken(part == null || part.packed() > file.limit());
    byte[] packed = new byte[(int) part.packed()];
    file.get((int) data(part), packed);
    byte[] bytes = part.method() == 0 ? packed : inflate(packed, most);
    if (bytes.length > most) {
      throw EvidenceTypeReader.unfit("file-bomb");
    }
    broken(bytes.length != part.size());
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] inflate(byte[] packed, int most) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[most + 1];
      int length = 0;
      while (!inflater.finished() && length < bytes.length) {
        int more = inflater.inflate(bytes, length, bytes.length - length);
        broken(more == 0 && !inflater.finished());
        length += more;
      }
      return Arrays.copyOf(bytes, length);
    } catch (DataFormatException e) {
      throw EvidenceTypeReader.unfit("file-broken");
    } finally {
      inflater.end();
    }
  }

  private static int unsigned(short value) {
    return value & 0xFFFF;
  }

  private static void broken(boolean is) {
    if (is) {
      throw EvidenceTypeReader.unfit("file-broken");
    }
  }
}
