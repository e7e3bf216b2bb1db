package sixones.casework.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import sixones.calendar.Term;
import sixones.calendar.WorkingDays;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.letter.Letter;
import sixones.letter.LetterFacts;
import sixones.letter.LetterWords;
import sixones.letter.Letters;
import sixones.paper.Typesetter;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.KnownDecision;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Decision;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.act.SeenEvidence;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.conclusion.Examined;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.text.Words;

/** One letter, while its facts are gathered from the record of its case. */
final class LetterOfCase {
  private final CaseLetters.Occasion occasion;
  private final CaseView view;
  private final Function<UUID, Examined> evaluations;
  private final Function<String, WorkingDays> calendars;
  private final Examined examined;
  private final Conclusion conclusion;
  private final BidWords words;
  private final Typesetter typesetter;

  LetterOfCase(
      CaseLetters.Occasion occasion,
      Function<UUID, Examined> evaluations,
      Function<String, WorkingDays> calendars,
      Typesetter typesetter) {
    this.occasion = occasion;
    this.view = occasion.view();
    this.evaluations = evaluations;
    this.calendars = calendars;
    this.examined = evaluations.apply(view.evaluation());
    this.conclusion = view.conclusion(examined.evaluation());
    this.words = new BidWords(examined);
    this.typesetter = typesetter;
  }

  Letter written() {
    return switch (occasion.kind()) {
      case CORRECTION -> correction((Notice) occasion.act().body());
      case ACCEPTANCE ->
          Letters.acceptance(
              subject(), said(decision().reasons()), review(), despite(), contact(), issued());
      case REFUSAL ->
          Letters.refusal(
              subject(),
              said(decision().reasons()),
              grounds(),
              review(),
              determinations(),
              printable(said(view.settings().remedy())),
              contact(),
              issued());
      case GIVEN_UP ->
          Letters.givenUp(
              subject(),
              notice(((ActBody.Close) occasion.act().body()).notice()),
              contact(),
              issued());
      case LAPSED ->
          Letters.lapsed(
              subject(),
              notice(((ActBody.Lapse) occasion.act().body()).notice()),
              contact(),
              issued());
      case NOT_SELECTED ->
          Letters.notSelected(subject(), accepted(), leaders(), judgements(), contact(), issued());
      case SELECTED -> Letters.selected(subject(), accepted(), leaders(), contact(), issued());
    };
  }

  private Decision decision() {
    return (Decision) occasion.act().body();
  }

  private LocalDate issued() {
    return day(occasion.issuedBy().at());
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Term.ZONE);
  }

  static Words said(GivenReasons given) {
    return given == null ? null : new Words(given.en(), given.zh());
  }

  /** Returns a text of which nobody said in which language it is. */
  private static Words said(String text) {
    boolean chinese =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return chinese ? new Words(null, text) : new Words(text, null);
  }

  private LetterFacts.Subject subject() {
    return new LetterFacts.Subject(
        printable(new Words(occasion.round().nameEn(), occasion.round().nameZh())),
        words.applicant(),
        view.bidCase().applicant(),
        occasion.bid().number(occasion.round()).toString(),
        occasion.bid().version(),
        occasion.bid().submittedAt(),
        hex(examined.evaluation().draft().digest()));
  }

  /** The service knows no office; an officer's name stands here only if the settings say so. */
  private LetterFacts.Contact contact() {
    return occasion.handler() == null
        ? null
        : new LetterFacts.Contact(
            null, printable(LetterWords.same(occasion.handler())), null, null);
  }

  private Letter correction(Notice notice) {
    return Letters.correction(
        subject(),
        notice.items().stream().map(this::item).toList(),
        TermDays.of(notice.term(), calendars),
        view.settings().closesWithoutReply()
            ? LetterFacts.Silence.GIVE_UP
            : LetterFacts.Silence.DECIDE,
        review(),
        contact(),
        issued());
  }

  private LetterFacts.Item item(NoticeItem item) {
    LetterFacts.Lack lack = LetterFacts.Lack.valueOf(item.kind().toUpperCase(Locale.ROOT));
    Words asked = said(item.demand());
    Words mend = said(item.mend());
    return new LetterFacts.Item(
        item.n(),
        lack,
        item.rule() != null
            ? words.title(item.rule())
            : item.requirement() != null
                ? words.title(item.requirement())
                : LetterWords.text("item.office"),
        item.requirement(),
        item.rule(),
        words.places(item.pointers()),
        item.rule() == null ? null : found(item.rule(), item.pointers()),
        asked == null ? LetterWords.text("asked." + item.kind()) : asked,
        words.cited(item.citation()),
        mend == null && item.rule() != null ? words.advice(finding(item.rule())) : mend,
        words.places(item.mayChange()));
  }

  /** Returns a finding with what was determined. */
  private Finding finding(String rule) {
    return conclusion.finding(rule);
  }

  /** Returns what the machine found at places, and what officers determined about them. */
  private Words found(String rule, List<String> pointers) {
    Map<String, Words> found = new LinkedHashMap<>();
    for (String pointer : pointers) {
      Finding.At place = examined.place(rule, pointer);
      if (place != null) {
        Words text = printable(words.message(examined.finding(rule), place));
        found.put(pointer, determined(rule, pointer, text));
      }
    }
    return words.said(found);
  }

  private Words determined(String rule, String pointer, Words found) {
    for (KnownDetermination one : view.inForce()) {
      boolean about = one.pointer() == null || one.pointer().equals(pointer);
      if (about && one.made().rule().equals(rule) && !one.made().isRemark()) {
        return LetterWords.text(
            "found.determined",
            Map.of(
                "found",
                found,
                "to",
                LetterWords.text("outcome." + one.made().to().name().toLowerCase(Locale.ROOT)),
                "reasons",
                LetterWords.both(said(one.made().reasons()))));
      }
    }
    return found;
  }

  private LetterFacts.Review review() {
    List<Words> lookedAt = new ArrayList<>();
    Words parts = words.parts();
    if (parts != null) {
      lookedAt.add(LetterWords.text("review.bid", Map.of("parts", parts)));
    }
    Set<Words> documents = new LinkedHashSet<>();
    for (KnownDetermination one : view.inForce()) {
      documents.addAll(documents(one));
    }
    lookedAt.addAll(documents);
    return new LetterFacts.Review(
        lookedAt,
        conclusion.requirements().stream()
            .map(
                one ->
                    new LetterFacts.Requirement(
                        words.title(one.id()), state(one.conclusion()), one.changedBy().size()))
            .toList());
  }

  private static List<Words> documents(KnownDetermination determination) {
    return determination.made().restsOn().evidence().stream().map(LetterOfCase::document).toList();
  }

  private static Words document(SeenEvidence seen) {
    return seen.address() != null
        ? LetterWords.text(
            "evidence.address", Map.of("title", seen.title(), "address", seen.address()))
        : LetterWords.text(
            "evidence.digest", Map.of("title", seen.title(), "digest", hex(seen.sha256())));
  }

  /**
   * What a bid quotes, and what was fixed when the round opened, keeps no letter from being sent.
   */
  private Words printable(Words text) {
    return LetterWords.printable(text, typesetter);
  }

  private static String hex(String digest) {
    return digest.replace("sha256:", "");
  }

  private static LetterFacts.State state(Verdict verdict) {
    return switch (verdict) {
      case MET -> LetterFacts.State.MET;
      case NOT_MET -> LetterFacts.State.NOT_MET;
      case OPEN -> LetterFacts.State.OPEN;
    };
  }

  private List<LetterFacts.Despite> despite() {
    return decision().despite().stream()
        .map(
            one ->
                new LetterFacts.Despite(words.title(one.rule()), one.rule(), said(one.reasons())))
        .toList();
  }

  private List<LetterFacts.Ground> grounds() {
    ToldGrounds told = new ToldGrounds(occasion, evaluations);
    List<LetterFacts.Ground> grounds = new ArrayList<>();
    for (Decision.Ground ground : decision().grounds()) {
      Finding finding = finding(ground.rule());
      List<String> places =
          ground.pointer() != null
              ? List.of(ground.pointer())
              : finding.places().stream()
                  .filter(place -> place.outcome() == Outcome.FAIL)
                  .map(Finding.At::pointer)
                  .toList();
      grounds.add(
          new LetterFacts.Ground(
              grounds.size() + 1,
              words.title(ground.rule()),
              finding.rule().requirement(),
              ground.rule(),
              words.places(places),
              found(ground.rule(), places),
              words.cited(finding.rule().citation()),
              told.of(ground),
              told.answer(ground)));
    }
    return grounds;
  }

  /** Returns the determinations that count in the conclusion, the first first. */
  private List<LetterFacts.Determination> determinations() {
    return view.inForce().stream()
        .filter(one -> !one.made().isRemark())
        .filter(one -> severity(one) == Severity.REQUIRED)
        .map(this::determination)
        .toList();
  }

  private Severity severity(KnownDetermination one) {
    return examined.ruleSet().rules().get(one.made().rule()).severity();
  }

  private LetterFacts.Determination determination(KnownDetermination one) {
    return new LetterFacts.Determination(
        words.title(one.made().rule()),
        one.made().rule(),
        one.pointer() == null ? List.of() : words.places(List.of(one.pointer())),
        LetterFacts.Established.valueOf(one.made().machineOutcome().name()),
        LetterFacts.Established.valueOf(one.made().to().name()),
        one.made().reasonCode().id(),
        said(one.made().reasons()),
        one.made().restsOn().citations().stream().map(words::cited).toList(),
        documents(one));
  }

  private LetterFacts.Notice notice(UUID id) {
    IssuedNotice notice =
        view.notices().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return new LetterFacts.Notice(
        day(notice.issuedAt()), null, notice.due(), notice.items().size());
  }

  /** Returns the day from which on the bid is accepted. */
  private LocalDate accepted() {
    KnownDecision last = null;
    for (KnownDecision one : view.decisions()) {
      last = one.act().kind() == ActKind.ACCEPT && !one.superseded() ? one : last;
    }
    return day(last.at());
  }

  private LetterFacts.Leaders leaders() {
    Decision.Leaders leaders = decision().leaders();
    return new LetterFacts.Leaders(
        said(leaders.body()), leaders.day(), leaders.minutes(), said(decision().reasons()));
  }

  /** Returns what officers made of each judged rule that had something to judge. */
  private List<LetterFacts.Judgement> judgements() {
    List<LetterFacts.Judgement> judgements = new ArrayList<>();
    for (Conclusion.Judgement one : conclusion.judgements()) {
      boolean waits = one.machine() == Outcome.REVIEW || one.machine() == Outcome.INCOMPLETE;
      if (waits || one.to() != null) {
        judgements.add(
            new LetterFacts.Judgement(
                words.title(one.rule()),
                one.rule(),
                one.to() == null ? null : LetterFacts.Established.valueOf(one.to().name()),
                one.to() == null ? null : reasons(one.by())));
      }
    }
    return judgements;
  }

  private Words reasons(List<UUID> by) {
    List<Words> reasons = new ArrayList<>();
    for (KnownDetermination one : view.inForce()) {
      if (by.contains(one.id())) {
        reasons.add(LetterWords.both(said(one.made().reasons())));
      }
    }
    return LetterWords.joined(reasons);
  }
}
