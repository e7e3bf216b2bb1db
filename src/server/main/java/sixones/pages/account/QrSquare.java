package sixones.pages.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG. A path needs no inline style, which the Content
 * Security Policy would block.
 *
 * @param side the width and height in modules, including the quiet zone
 * @param path the SVG path of the dark modules
 */
record QrSquare(int side, String path) {
  private static final int QUIET = 4;

  /** Encodes the text with error correction level M. */
  static QrSquare of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return new QrSquare(code.size + 2 * QUIET, path.toString());
  }
}
