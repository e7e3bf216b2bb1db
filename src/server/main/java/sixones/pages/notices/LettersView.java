package sixones.pages.notices;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * The letters of a case, or one of them.
 *
 * @param address of the case; null if this reader has no page of it
 */
record LettersView(String address, String applicant, List<Sent> letters) {

  /**
   * A letter that was issued.
   *
   * @param address of its page
   * @param files to download, in both languages
   */
  record Sent(String title, String at, String digest, String address, List<File> files) {}

  /** A file to download. */
  record File(String address, String label) {}

  /**
   * One letter.
   *
   * @param letters the address of all letters of its case; null if this reader has no page of them
   * @param issued whether it was issued; else it is a preview of what waits
   * @param confirmation where it is confirmed or declined; null if it was issued
   * @param asks whether the reader is asked first what she would say; then nothing is shown
   * @param faults what would keep it from being issued
   * @param sent the letter that was issued; null of a preview
   */
  record One(
      String address,
      String letters,
      boolean issued,
      String confirmation,
      boolean asks,
      RawString zh,
      RawString en,
      List<String> faults,
      Sent sent) {}
}
