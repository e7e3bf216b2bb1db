package sixones.pages.notices;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.casework.LetterRecords;
import sixones.casework.letter.IssuedLetter;
import sixones.letter.Letter;
import sixones.letter.LetterForm;
import sixones.letter.LetterRendering;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.round.Fault;

/** Lays out letters. */
final class LetterViews {
  private static final List<LetterForm> FILES =
      List.of(LetterForm.DOCX, LetterForm.PDF, LetterForm.HTML, LetterForm.TXT);

  private LetterViews() {}

  static LettersView letters(
      UUID bidCase, String applicant, List<IssuedLetter> letters, Language language) {
    return new LettersView(
        "/cases/" + bidCase,
        applicant,
        letters.stream().map(letter -> sent(letter, language)).toList());
  }

  private static LettersView.Sent sent(IssuedLetter letter, Language language) {
    PageWords words = PageWords.in(language);
    String address = "/cases/" + letter.bidCase() + "/letters/" + letter.of();
    List<LettersView.File> files = new ArrayList<>();
    for (Language in : List.of(Language.ZH_CN, Language.EN)) {
      for (LetterForm form : FILES) {
        files.add(
            new LettersView.File(
                address + "/" + in.tag() + "." + form.id(),
                words.text(
                    "notices.file",
                    Map.of(
                        "language", words.text("notices.in." + in.tag()),
                        "form", form.name()))));
      }
    }
    return new LettersView.Sent(
        words.text("notices.letter." + letter.kind()),
        Moments.exact(letter.issuedAt(), language),
        letter.digest(),
        address,
        files);
  }

  static LettersView.One issued(LetterRecords.ReadLetter letter, Person person, Language language) {
    String bidCase = "/cases/" + letter.letter().bidCase();
    boolean isApplicant = person.is(Role.APPLICANT);
    return new LettersView.One(
        isApplicant ? "/applicant" + bidCase : bidCase,
        isApplicant ? null : bidCase + "/letters",
        true,
        null,
        false,
        new RawString(new LetterRendering(letter.text(), Language.ZH_CN).html()),
        new RawString(new LetterRendering(letter.text(), Language.EN).html()),
        List.of(),
        sent(letter.letter(), language));
  }

  /**
   * Lays out a letter that waits for the second person.
   *
   * @param letter null if she is asked first what she would say
   */
  static LettersView.One waiting(
      UUID bidCase, UUID act, Letter letter, List<Fault> faults, Language language) {
    String address = "/cases/" + bidCase;
    return new LettersView.One(
        address,
        address + "/letters",
        false,
        address + "/proposals/" + act,
        letter == null,
        letter == null ? null : new RawString(LetterRendering.preview(letter, Language.ZH_CN)),
        letter == null ? null : new RawString(LetterRendering.preview(letter, Language.EN)),
        faults(faults, language),
        null);
  }

  static List<String> faults(List<Fault> faults, Language language) {
    return faults.stream()
        .map(fault -> fault.values().get(language == Language.ZH_CN ? "zh" : "en"))
        .map(String::valueOf)
        .toList();
  }
}
