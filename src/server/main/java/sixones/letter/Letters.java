package sixones.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.letter.LetterBlock.Entry;
import sixones.letter.LetterBlock.Role;
import sixones.text.Words;

/** Writes letters from plain records. Each sentence is made in both languages at once. */
public final class Letters {
  private Letters() {}

  /**
   * Writes a correction notice.
   *
   * @param items all items, by number
   */
  public static Letter correction(
      LetterFacts.Subject subject,
      List<LetterFacts.Item> items,
      LetterFacts.Term term,
      LetterFacts.Silence silence,
      LetterFacts.Review review,
      LetterFacts.Contact contact,
      LocalDate issued) {
    LetterDraft draft =
        new LetterDraft(LetterKind.CORRECTION, subject, issued)
            .received()
            .paragraph("correction.all", Map.of("count", items.size()))
            .heading("items");
    items.forEach(item -> draft.block(entry(item)));
    return draft
        .heading("term")
        .paragraph(
            "term." + LetterWords.id(term.unit()) + "." + LetterWords.id(term.firstDay()),
            Map.of(
                "amount", term.amount(),
                "start", term.start(),
                "due", LetterWords.end(term.due())))
        .block(days(term))
        .heading("silence")
        .paragraph("silence." + LetterWords.id(silence))
        .heading("longer")
        .paragraph("longer")
        .contact(contact)
        .review(review)
        .ended();
  }

  private static Entry entry(LetterFacts.Item item) {
    Words title =
        LetterWords.text(
            "item.title",
            Map.of(
                "title", item.title(),
                "kind", LetterWords.text("kind." + LetterWords.id(item.lack()))));
    LetterFields fields =
        new LetterFields()
            .places("field.places", item.places())
            .text("field.found", item.found())
            .text("field.asked", item.asked())
            .cited(item.cited())
            .text("field.mend", item.mend())
            .places("field.may-change", item.mayChange());
    return new Entry(
        Role.ITEM,
        item.n(),
        title,
        item.requirement(),
        item.rule(),
        pointers(item.places()),
        pointers(item.mayChange()),
        fields.all());
  }

  private static List<String> pointers(List<LetterFacts.Place> places) {
    return places.stream().map(LetterFacts.Place::pointer).toList();
  }

  private static LetterBlock.Table days(LetterFacts.Term term) {
    List<List<Words>> rows = new ArrayList<>();
    for (LetterFacts.Day day : term.days()) {
      Words count =
          day.count() == null
              ? LetterWords.text("days.not-counted")
              : LetterWords.text("days.counted", Map.of("n", day.count()));
      Words note = day.note() == null ? LetterWords.same("—") : LetterWords.both(day.note());
      rows.add(List.of(LetterWords.day(day.date()), count, note));
    }
    return new LetterBlock.Table(
        List.of(
            LetterWords.text("days.day"),
            LetterWords.text("days.count"),
            LetterWords.text("days.note")),
        rows);
  }

  /**
   * Writes a letter of acceptance.
   *
   * @param reasons of the decision; null if none are given
   * @param despite what is open though the bid is accepted; mostly nothing
   */
  public static Letter acceptance(
      LetterFacts.Subject subject,
      Words reasons,
      LetterFacts.Review review,
      List<LetterFacts.Despite> despite,
      LetterFacts.Contact contact,
      LocalDate issued) {
    LetterDraft draft =
        new LetterDraft(LetterKind.ACCEPTANCE, subject, issued)
            .received()
            .paragraph("accepted")
            .reasons(reasons)
            .heading("conclusions")
            .block(conclusions(review));
    if (!despite.isEmpty()) {
      draft.heading("despite").paragraph("despite", Map.of("count", despite.size()));
      int n = 0;
      for (LetterFacts.Despite each : despite) {
        n++;
        draft.block(
            noted(
                Role.DESPITE,
                n,
                each.title(),
                each.rule(),
                new LetterFields().text("field.reasons", each.reasons())));
      }
    }
    return draft
        .heading("next")
        .paragraph("acceptance.meaning")
        .paragraph("acceptance.next")
        .headedContact(contact)
        .ended();
  }

  private static LetterBlock.Table conclusions(LetterFacts.Review review) {
    List<List<Words>> rows = new ArrayList<>();
    for (LetterFacts.Requirement each : review.requirements()) {
      rows.add(
          List.of(
              LetterWords.both(each.title()),
              LetterWords.text("conclusion." + LetterWords.id(each.state())),
              each.determinations() == 0
                  ? LetterWords.text("none")
                  : LetterWords.text("conclusions.count", Map.of("count", each.determinations()))));
    }
    return new LetterBlock.Table(
        List.of(
            LetterWords.text("conclusions.requirement"),
            LetterWords.text("conclusions.conclusion"),
            LetterWords.text("conclusions.determinations")),
        rows);
  }

  /** Returns an entry without places. */
  private static Entry noted(Role role, int n, Words title, String rule, LetterFields fields) {
    return new Entry(
        role, n, LetterWords.both(title), null, rule, List.of(), List.of(), fields.all());
  }

  /**
   * Writes a letter of refusal.
   *
   * @param reasons of the decision, beside the grounds; null if none are given
   * @param grounds all grounds, by number
   * @param remedy what the applicant can do, in the office's own words; null for nothing
   */
  public static Letter refusal(
      LetterFacts.Subject subject,
      Words reasons,
      List<LetterFacts.Ground> grounds,
      LetterFacts.Review review,
      List<LetterFacts.Determination> determinations,
      Words remedy,
      LetterFacts.Contact contact,
      LocalDate issued) {
    LetterDraft draft =
        new LetterDraft(LetterKind.REFUSAL, subject, issued)
            .received()
            .paragraph("refused")
            .reasons(reasons)
            .heading("grounds");
    grounds.forEach(ground -> draft.block(entry(ground)));
    draft.review(review).heading("determinations");
    if (determinations.isEmpty()) {
      draft.paragraph("determinations.none");
    } else {
      draft.paragraph("determinations", Map.of("count", determinations.size()));
      int n = 0;
      for (LetterFacts.Determination each : determinations) {
        n++;
        draft.block(entry(n, each));
      }
    }
    if (remedy != null) {
      draft.heading("remedy").paragraph(remedy);
    }
    return draft.headedContact(contact).ended();
  }

  private static Entry entry(LetterFacts.Ground ground) {
    LetterFields fields =
        new LetterFields()
            .places("field.places", ground.places())
            .text("field.found", ground.found())
            .cited(ground.cited())
            .text("field.told", told(ground.told()))
            .text("field.answer", answer(ground));
    return new Entry(
        Role.GROUND,
        ground.n(),
        LetterWords.both(ground.title()),
        ground.requirement(),
        ground.rule(),
        pointers(ground.places()),
        List.of(),
        fields.all());
  }

  /** What was never asked has no answer. */
  private static Words answer(LetterFacts.Ground ground) {
    boolean asked = ground.told().how() == LetterFacts.Notified.NOTICE;
    return ground.answer() == null && asked ? LetterWords.text("answer.none") : ground.answer();
  }

  private static Words told(LetterFacts.Told told) {
    return switch (told.how()) {
      case NOT_MENDABLE -> LetterWords.text("told.not-mendable", Map.of("reasons", told.reasons()));
      case LATE -> LetterWords.text("told.late", Map.of("reasons", told.reasons()));
      case NOTICE ->
          told.number() == null
              ? LetterWords.text(
                  "told.notice",
                  Map.of("day", told.day(), "item", LetterWords.reference(told.item())))
              : LetterWords.text(
                  "told.numbered",
                  Map.of(
                      "day", told.day(),
                      "number", told.number(),
                      "item", LetterWords.reference(told.item())));
    };
  }

  private static Entry entry(int n, LetterFacts.Determination determination) {
    LetterFields fields =
        new LetterFields()
            .places("field.places", determination.places())
            .text(
                "field.change",
                LetterWords.text(
                    "determination.change",
                    Map.of(
                        "from", outcome(determination.from()),
                        "to", outcome(determination.to()))))
            .text(
                "field.reasons",
                LetterWords.text(
                    "reason." + determination.reason(),
                    Map.of("reasons", determination.reasons())));
    determination.cited().forEach(fields::cited);
    if (!determination.examined().isEmpty()) {
      fields.list("field.evidence", determination.examined());
    }
    return new Entry(
        Role.DETERMINATION,
        n,
        LetterWords.both(determination.title()),
        null,
        determination.rule(),
        pointers(determination.places()),
        List.of(),
        fields.all());
  }

  private static Words outcome(LetterFacts.Established established) {
    return LetterWords.text("outcome." + LetterWords.id(established));
  }

  /** Writes that a bid counts as given up, since nothing was corrected in time. */
  public static Letter givenUp(
      LetterFacts.Subject subject,
      LetterFacts.Notice notice,
      LetterFacts.Contact contact,
      LocalDate issued) {
    return silent(LetterKind.GIVEN_UP, subject, notice, contact, issued);
  }

  /** Writes that nothing was corrected in time and the examination goes on. */
  public static Letter lapsed(
      LetterFacts.Subject subject,
      LetterFacts.Notice notice,
      LetterFacts.Contact contact,
      LocalDate issued) {
    return silent(LetterKind.LAPSED, subject, notice, contact, issued);
  }

  private static Letter silent(
      LetterKind kind,
      LetterFacts.Subject subject,
      LetterFacts.Notice notice,
      LetterFacts.Contact contact,
      LocalDate issued) {
    LetterDraft draft = new LetterDraft(kind, subject, issued).received();
    Words due = LetterWords.end(notice.due());
    if (notice.number() == null) {
      draft.paragraph(
          "lapsed.notice", Map.of("day", notice.day(), "due", due, "count", notice.items()));
    } else {
      draft.paragraph(
          "lapsed.notice.numbered",
          Map.of(
              "day", notice.day(), "number", notice.number(), "due", due, "count", notice.items()));
    }
    return draft
        .paragraph("lapsed.silence")
        .paragraph(kind == LetterKind.GIVEN_UP ? "given-up.so" : "lapsed.so")
        .headedContact(contact)
        .ended();
  }

  /**
   * Writes that the leaders did not select an applicant.
   *
   * @param accepted the day of acceptance
   */
  public static Letter notSelected(
      LetterFacts.Subject subject,
      LocalDate accepted,
      LetterFacts.Leaders leaders,
      List<LetterFacts.Judgement> judgements,
      LetterFacts.Contact contact,
      LocalDate issued) {
    LetterDraft draft =
        new LetterDraft(LetterKind.NOT_SELECTED, subject, issued)
            .received()
            .paragraph("accepted-on", Map.of("day", accepted))
            .paragraph("not-selected.decided", decision(leaders))
            .reasons(leaders.reasons())
            .paragraph("not-selected.meaning")
            .heading("judgements");
    judged(draft, judgements);
    return draft.headedContact(contact).ended();
  }

  private static Map<String, Object> decision(LetterFacts.Leaders leaders) {
    return Map.of("body", leaders.body(), "day", leaders.day(), "minutes", leaders.minutes());
  }

  private static void judged(LetterDraft draft, List<LetterFacts.Judgement> judgements) {
    if (judgements.isEmpty()) {
      draft.paragraph("judgements.none");
      return;
    }
    draft.paragraph(
        "judgements",
        Map.of(
            "count", judgements.size(),
            "pass", count(judgements, LetterFacts.Established.PASS),
            "fail", count(judgements, LetterFacts.Established.FAIL),
            "open", count(judgements, null)));
    int n = 0;
    for (LetterFacts.Judgement each : judgements) {
      n++;
      String result = each.to() == null ? "open" : LetterWords.id(each.to());
      LetterFields fields =
          new LetterFields().text("field.result", LetterWords.text("judgement." + result));
      if (each.reasons() != null) {
        fields.text("field.reasons", each.reasons());
      }
      draft.block(noted(Role.JUDGEMENT, n, each.title(), each.rule(), fields));
    }
  }

  private static long count(List<LetterFacts.Judgement> judgements, LetterFacts.Established to) {
    return judgements.stream().filter(each -> each.to() == to).count();
  }

  /**
   * Writes that the leaders selected an applicant; publication follows.
   *
   * @param accepted the day of acceptance
   */
  public static Letter selected(
      LetterFacts.Subject subject,
      LocalDate accepted,
      LetterFacts.Leaders leaders,
      LetterFacts.Contact contact,
      LocalDate issued) {
    return new LetterDraft(LetterKind.SELECTED, subject, issued)
        .received()
        .paragraph("accepted-on", Map.of("day", accepted))
        .paragraph("selected.decided", decision(leaders))
        .reasons(leaders.reasons())
        .paragraph("selected.publication")
        .headedContact(contact)
        .ended();
  }
}
