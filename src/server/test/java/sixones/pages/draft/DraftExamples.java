package sixones.pages.draft;

import static sixones.pages.RecordsInTests.frame;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.form.BidForm;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.ChosenFile;
import sixones.pages.form.Examples;
import sixones.pages.form.OtherEncoding;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.round.Refused;

/** A working draft as form, text and file; kept, overtaken and refused. */
@Singleton
class DraftExamples implements PageExamples {
  private static final String NAME_FAULT = "长".repeat(201);
  private static final byte[] BYTES = "{\"ruleSet\": 7}".getBytes(StandardCharsets.UTF_8);

  @Inject RecordsInTests records;
  @Inject Checks checks;
  @Inject Examples bids;

  @Override
  public List<Example> all() {
    return List.of(
        draft("draft", language -> DraftView.of(json(), language)),
        draft("draft-yaml", language -> DraftView.of(yaml(), language)),
        draft("draft-conflict", language -> DraftView.overtaken(json(), language)),
        draft("draft-bad-name", language -> DraftView.of(json(), language).named("", NAME_FAULT)),
        draft("draft-no-room", language -> DraftView.unsaved(json(), 3, noRoom(language))),
        text("draft-text", language -> DraftView.of(json(), language)),
        text("draft-text-conflict", language -> DraftView.overtaken(json(), language)),
        file("draft-file", gbk(), language -> DraftView.of(json(), language)),
        file("draft-file-conflict", gbk(), language -> DraftView.overtaken(json(), language)),
        file(
            "draft-file-unknown",
            new byte[] {'{', (byte) 0xFF, (byte) 0xFE},
            language -> DraftView.of(json(), language).named("", NAME_FAULT)),
        away("draft-away", language -> DraftView.of(json(), language)),
        away("draft-away-conflict", language -> DraftView.overtaken(json(), language)),
        new Example(
            "draft-report",
            language ->
                DraftActs.Templates.draftReport(
                    applicant(language),
                    DraftView.of(json(), language),
                    records.shortReport(records.bid("chengdu-2022"), language))),
        new Example(
            "draft-signed-out",
            language ->
                DraftPage.Templates.signedOut(
                    frame(language, null, "/applicant"),
                    "/applicant/drafts/new",
                    Map.of("a", "b"))),
        begin("draft-new", "blank", null),
        begin("draft-new-no-file", "file", "#file"),
        begin("draft-new-wrong-name", "sample-met", "#name"),
        new Example(
            "draft-new-other-encoding",
            language ->
                OtherEncoding.Templates.otherEncoding(
                    applicant(language), other(gbk(), language))));
  }

  private static PageFrame applicant(Language language) {
    return frame(language, Role.APPLICANT, "/applicant/drafts");
  }

  private WorkingDraft json() {
    return records.workingDraft(BYTES, Draft.Format.JSON);
  }

  private WorkingDraft yaml() {
    return records.workingDraft(BYTES, Draft.Format.YAML);
  }

  private static ErrorSummary noRoom(Language language) {
    Refused full = new Refused(Refused.Why.CONFLICT, "too-many-drafts", Map.of("most", 100));
    return NoRoom.trouble(full, applicant(language));
  }

  private Example draft(String name, Function<Language, DraftView> view) {
    BidForm form = BidForm.of(bids.bid("chengdu-2022").orElseThrow().tree());
    return new Example(
        name,
        language ->
            DraftPage.Templates.draft(
                applicant(language),
                view.apply(language),
                firstSection(
                    checks.view(
                        "/applicant/drafts/1",
                        checks.of(form, "2022-06-17", language),
                        language))));
  }

  /** Of the form its first section, for the self-check's examples show the whole. */
  private static CheckView firstSection(CheckView whole) {
    return new CheckView(
        whole.self(),
        whole.live(),
        whole.summary(),
        whole.sections().subList(0, 1),
        null,
        null,
        whole.asOf(),
        whole.asOfNotes(),
        whole.pasted(),
        whole.defects(),
        whole.examples(),
        whole.lists());
  }

  private static Example text(String name, Function<Language, DraftView> view) {
    WorkingDrafts.Text text = new WorkingDrafts.Text(Draft.Format.JSON, BYTES);
    return new Example(
        name,
        language ->
            DraftPage.Templates.draftText(
                applicant(language), view.apply(language).inText(text, language)));
  }

  private Example file(String name, byte[] bytes, Function<Language, DraftView> view) {
    return new Example(
        name,
        language ->
            DraftPage.Templates.draftFile(
                applicant(language), view.apply(language), other(bytes, language)));
  }

  private OtherEncoding other(byte[] bytes, Language language) {
    return checks.otherEncoding(
        new ChosenFile("bid.json", bytes, true), "/applicant/drafts/new", Map.of(), language);
  }

  private static Example away(String name, Function<Language, DraftView> view) {
    return new Example(
        name, language -> DraftActs.Templates.draftAway(applicant(language), view.apply(language)));
  }

  private Example begin(String name, String from, String wrong) {
    return new Example(
        name,
        language ->
            NewDraftPage.Templates.newDraft(
                applicant(language),
                new NewDraftPage.NewDraft(
                    "示例",
                    from,
                    checks.view("/", checks.of(checks.blank(), "", language), language).examples(),
                    wrong == null ? null : new Problem.Error(wrong, "wrong", NAME_FAULT))));
  }

  private static byte[] gbk() {
    try (InputStream in = Draft.class.getResourceAsStream("gbk.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
