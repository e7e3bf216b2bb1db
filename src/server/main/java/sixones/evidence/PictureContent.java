package sixones.evidence;

import java.nio.ByteBuffer;

/** Holds that a picture is whole and of a size that can be shown. */
final class PictureContent {
  private static final int MOST_PIXELS = 250_000_000;
  private static final int MOST_SIDE = 50_000;
  private static final int HEAD = 8;

  private PictureContent() {}

  /** Walks through the chunks, from the header to the end of the file. */
  static void checkPng(ByteBuffer file) {
    broken(!EvidenceTypeReader.isAt(file, HEAD + 4, "IHDR"));
    fits(bigEndian(file, HEAD + 8), bigEndian(file, HEAD + 12));
    boolean drawn = false;
    int at = HEAD;
    while (!EvidenceTypeReader.isAt(file, at + 4, "IEND")) {
      long length = bigEndian(file, at);
      broken(at + 12 + length >= file.limit());
      drawn |= EvidenceTypeReader.isAt(file, at + 4, "IDAT");
      at += 12 + (int) length;
    }
    broken(!drawn || bigEndian(file, at) != 0 || at + 12 != file.limit());
  }

  /** Walks through the segments to the scan, behind which an end has to follow. */
  static void checkJpeg(ByteBuffer file) {
    boolean sized = false;
    int at = 2;
    while (true) {
      broken(unsigned(file, at) != 0xFF);
      int marker = unsigned(file, at + 1);
      if (marker == 0xFF) {
        at++;
        continue;
      }
      broken(marker < 0xC0);
      int length = unsigned(file, at + 2) * 256 + unsigned(file, at + 3);
      broken(length < 2);
      boolean frame = marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (frame) {
        fits(
            unsigned(file, at + 7) * 256L + unsigned(file, at + 8),
            unsigned(file, at + 5) * 256L + unsigned(file, at + 6));
        sized = true;
      }
      at += 2 + length;
      if (marker == 0xDA) {
        break;
      }
    }
    broken(!sized || !ends(file, at));
  }

  private static boolean ends(ByteBuffer file, int from) {
    for (int at = from; at + 1 < file.limit(); at++) {
      if (file.get(at) == (byte) 0xFF && file.get(at + 1) == (byte) 0xD9) {
        return true;
      }
    }
    return false;
  }

  private static void fits(long width, long height) {
    broken(width < 1 || height < 1);
    if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS) {
      throw EvidenceTypeReader.unfit("file-bomb");
    }
  }

  private static long bigEndian(ByteBuffer file, int at) {
    return Integer.toUnsignedLong(Integer.reverseBytes(file.getInt(at)));
  }

  private static int unsigned(ByteBuffer file, int at) {
    return file.get(at) & 0xFF;
  }

  private static void broken(boolean is) {
    if (is) {
      throw EvidenceTypeReader.unfit("file-broken");
    }
  }
}
