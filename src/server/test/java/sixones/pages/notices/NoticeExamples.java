package sixones.pages.notices;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.casework.Cases;
import sixones.casework.LetterRecords;
import sixones.casework.SeenCase;
import sixones.casework.letter.IssuedLetter;
import sixones.casework.letter.LettersOfCases;
import sixones.letter.FrozenLetter;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.conclusion.Candidate;
import sixones.report.Language;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.round.RoundState;

/** Notices: as they are begun, looked at, refused, waiting; letters as issued and as proposed. */
@Singleton
class NoticeExamples implements PageExamples {
  private static final UUID ACT = new UUID(1, 9);
  private static final Instant AT = Instant.parse("2026-04-02T02:30:00Z");

  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    Refused refused =
        Refused.wrong(
            List.of(
                new Fault("/term/amount", "missing", Map.of()),
                new Fault("/dropped/0/reasons", "missing", Map.of())));
    return List.of(
        new Example("notice", language -> notice(language, false, Map.of(), null, null)),
        new Example(
            "notice-refused",
            language ->
                notice(
                    language,
                    false,
                    Map.of("kind", "notice", "tell-0", "yes", "added-0-en", "hand in the minutes"),
                    refused,
                    null)),
        new Example(
            "notice-preview",
            language ->
                notice(
                    language,
                    false,
                    Map.of("kind", "notice", "tell-0", "yes", "tell-1", "yes"),
                    null,
                    new Cases.NoticePreview(LettersOfCases.correction(), List.of()))),
        new Example("notice-waiting", language -> notice(language, true, Map.of(), null, null)),
        new Example("letters", this::letters),
        new Example("letter-issued", language -> letter(language, Role.OFFICER)),
        new Example("letter-of-applicant", language -> letter(language, Role.APPLICANT)),
        new Example("letter-waiting", language -> waiting(language, false)),
        new Example("letter-asks", language -> waiting(language, true)));
  }

  private TemplateInstance notice(
      Language language,
      boolean waits,
      Map<String, String> sent,
      Refused refused,
      Cases.NoticePreview preview) {
    CaseInTests one =
        CaseInTests.of(
            EvaluatedInTests.changed(
                "/parks/0/manufacturing", null, "/conferences/0/scope", "national"));
    one.take(1);
    if (waits) {
      one.returned(10);
    }
    SeenCase seen =
        new SeenCase(one.bidCase, records.round(RoundState.CLOSED), null, one.view(), null);
    NoticeFields fields =
        sent.isEmpty()
            ? NoticeFields.blank(seen.view().settings(), "2026-03-02")
            : new NoticeFields(sent);
    List<Candidate> candidates =
        Candidate.of(one.examined(), one.view().conclusion(one.examined().evaluation()));
    Map<ActKind, Optional<Refused>> possible = new EnumMap<>(ActKind.class);
    for (ActKind kind : ActKind.values()) {
      possible.put(kind, Optional.empty());
    }
    NoticeViews views =
        new NoticeViews(seen, one.examined(), candidates, fields, List.of(), language);
    return NoticePage.Templates.notice(
        frame(language, Role.OFFICER, "/cases/" + one.bidCase.id() + "/notice"),
        views.view(possible, ActKind.NOTICE, refused, preview, "a-key"));
  }

  private static IssuedLetter issued(FrozenLetter letter) {
    return new IssuedLetter(
        letter.digest(), new UUID(7, 7), ACT, ACT, letter.letter().kind().id(), AT);
  }

  private TemplateInstance letters(Language language) {
    FrozenLetter letter = LettersOfCases.frozen(LettersOfCases.correction());
    return LetterPages.Templates.letters(
        frame(language, Role.OFFICER, "/cases/" + new UUID(7, 7) + "/letters"),
        LetterViews.letters(new UUID(7, 7), "成都市", List.of(issued(letter)), language));
  }

  private TemplateInstance letter(Language language, Role role) {
    FrozenLetter letter = LettersOfCases.frozen(LettersOfCases.correction());
    return LetterPages.Templates.letter(
        frame(language, role, "/cases/" + new UUID(7, 7) + "/letters/" + ACT),
        LetterViews.issued(
            new LetterRecords.ReadLetter(issued(letter), letter),
            new Person("somebody", role, role == Role.APPLICANT ? "510100" : null),
            language));
  }

  private TemplateInstance waiting(Language language, boolean asks) {
    return LetterPages.Templates.letter(
        frame(language, Role.OFFICER, "/cases/" + new UUID(7, 7) + "/letters/" + ACT),
        LetterViews.waiting(
            new UUID(7, 7), ACT, asks ? null : LettersOfCases.correction(), List.of(), language));
  }
}
