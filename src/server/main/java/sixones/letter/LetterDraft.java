package sixones.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.text.Words;

/** A letter while it is written: adds blocks and numbers the headings. */
final class LetterDraft {
  private final LetterKind kind;
  private final LetterFacts.Subject subject;
  private final LocalDate issued;
  private final List<LetterBlock> blocks = new ArrayList<>();
  private int headings;

  LetterDraft(LetterKind kind, LetterFacts.Subject subject, LocalDate issued) {
    this.kind = kind;
    this.subject = subject;
    this.issued = issued;
    blocks.add(
        new LetterBlock.Addressee(
            LetterWords.text("addressee", Map.of("applicant", subject.applicant()))));
  }

  LetterDraft received() {
    return paragraph(
        "received",
        Map.of(
            "at", LetterWords.moment(subject.receivedAt()),
            "round", subject.round(),
            "number", subject.number(),
            "version", subject.version()));
  }

  LetterDraft heading(String key) {
    headings++;
    blocks.add(
        new LetterBlock.Heading(
            LetterWords.text(
                "heading",
                Map.of(
                    "number", LetterWords.number(headings),
                    "text", LetterWords.text("heading." + key)))));
    return this;
  }

  LetterDraft paragraph(String key) {
    return paragraph(key, Map.of());
  }

  LetterDraft paragraph(String key, Map<String, ?> values) {
    return paragraph(LetterWords.text(key, values));
  }

  LetterDraft paragraph(Words text) {
    return block(new LetterBlock.Paragraph(LetterWords.both(text)));
  }

  LetterDraft block(LetterBlock block) {
    blocks.add(block);
    return this;
  }

  /** Adds whom to ask, under a heading of its own; nothing if it is not known. */
  LetterDraft headedContact(LetterFacts.Contact contact) {
    return contact == null ? this : heading("contact").contact(contact);
  }

  /** Adds whom to ask; nothing if it is not known. */
  LetterDraft contact(LetterFacts.Contact contact) {
    return contact == null
        ? this
        : block(
            new LetterBlock.Fields(
                new LetterFields()
                    .text("contact.office", contact.office())
                    .text("contact.person", contact.person())
                    .text("contact.telephone", same(contact.telephone()))
                    .text("contact.address", contact.address())
                    .all()));
  }

  private static Words same(String text) {
    return text == null ? null : LetterWords.same(text);
  }

  /** Adds the reasons of a decision; nothing if none are given. */
  LetterDraft reasons(Words reasons) {
    return reasons == null ? this : paragraph("reasons", Map.of("reasons", reasons));
  }

  /** Adds what was looked at and which requirements are met. */
  LetterDraft review(LetterFacts.Review review) {
    heading("review");
    if (!review.lookedAt().isEmpty()) {
      paragraph("review.looked-at", Map.of("list", LetterWords.joined(review.lookedAt())));
    }
    List<Words> met =
        review.requirements().stream()
            .filter(each -> each.state() == LetterFacts.State.MET)
            .map(LetterFacts.Requirement::title)
            .toList();
    return met.isEmpty()
        ? paragraph("review.met.none")
        : paragraph("review.met", Map.of("list", LetterWords.joined(met)));
  }

  /** Ends the letter with the bid it rests on and its day. */
  Letter ended() {
    heading("material");
    block(
        new LetterBlock.Fields(
            new LetterFields()
                .text("material.number", LetterWords.same(subject.number()))
                .text(
                    "material.version",
                    LetterWords.text("material.version.of", Map.of("version", subject.version())))
                .text("material.received", LetterWords.moment(subject.receivedAt()))
                .text("material.digest", LetterWords.same(subject.digest()))
                .all()));
    block(new LetterBlock.Closing(LetterWords.day(issued)));
    return new Letter(
        kind,
        new Letter.About(
            subject.id(),
            subject.number(),
            subject.version(),
            subject.receivedAt(),
            subject.digest()),
        issued,
        LetterWords.text("title." + kind.id(), Map.of("round", subject.round())),
        blocks,
        LetterWords.text("digest"));
  }
}
