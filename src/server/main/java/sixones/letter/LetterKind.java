package sixones.letter;

import java.util.Locale;

/** What a letter tells an applicant. */
public enum LetterKind {
  /** Everything that needs correction, and by when. */
  CORRECTION,
  /** The bid is accepted for further examination. */
  ACCEPTANCE,
  /** The bid is refused, on grounds. */
  REFUSAL,
  /** Nothing was corrected in time, and the bid counts as given up. */
  GIVEN_UP,
  /** Nothing was corrected in time, and the examination goes on. */
  LAPSED,
  /** The leaders decided not to list the applicant. */
  NOT_SELECTED,
  /** The leaders decided to list the applicant; publication follows. */
  SELECTED;

  /** Returns its name in JSON and in keys of words. */
  public String id() {
    return LetterWords.id(this);
  }

  static LetterKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
