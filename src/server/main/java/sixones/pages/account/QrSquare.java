package sixones.pages.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG, whose style the page's policy lets through.
 *
 * @param side how many modules it is wide and high, with the quiet zone
 * @param path the dark ones
 */
record QrSquare(int side, String path) {
  private static final int QUIET = 4;

  /** The code of a text. */
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
