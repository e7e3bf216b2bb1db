package sixones.pages.draft;

import static sixones.pages.RecordsInTests.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceQuota;
import sixones.evidence.EvidenceType;
import sixones.evidence.FileOwner;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.change.FieldChange;
import sixones.pages.change.TwoSides;
import sixones.pages.form.BidForm;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.ChosenFile;
import sixones.pages.form.Examples;
import sixones.pages.form.OtherEncoding;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.conclusion.OpenPlaces;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.round.Refused;
import sixones.ruleset.RuleSetsInTests;
import sixones.submission.DraftFiles;

/** A working draft as form, text and file; kept, overtaken and refused. */
@Singleton
class DraftExamples implements PageExamples {
  private static final Person ANOTHER = new Person("wang.fang", Role.APPLICANT, "510100");
  private static final Person SAME = new Person("li.wei", Role.APPLICANT, "510100");
  private static final String NAME_FAULT = "长".repeat(201);
  private static final byte[] BYTES = "{\"ruleSet\": 7}".getBytes(StandardCharsets.UTF_8);

  @Inject RecordsInTests records;
  @Inject Checks checks;
  @Inject Examples bids;
  @Inject Beginnings beginnings;

  @Override
  public List<Example> all() {
    return List.of(
        draft("draft", language -> DraftView.of(json(), language)),
        draft("draft-yaml", language -> DraftView.of(yaml(), language)),
        draft("draft-conflict", language -> DraftView.overtaken(json(), ANOTHER, 7, language)),
        draft(
            "draft-undo", language -> DraftView.of(json(), language).on(basis(language)), "/parks"),
        reply(),
        draft("draft-replaced", language -> DraftView.of(json(), language).replacing(4)),
        draft("draft-conflict-own", language -> DraftView.overtaken(json(), SAME, -1, language)),
        differences("draft-differences", true),
        differences("draft-differences-text", false),
        new Example("draft-files", language -> files(language, false)),
        new Example("draft-files-trouble", language -> files(language, true)),
        new Example(
            "draft-earlier",
            language ->
                EarlierPage.Templates.earlier(
                    applicant(language),
                    DraftView.of(json(), language),
                    new EarlierView(List.of(saving(2, language), saving(1, language))))),
        new Example(
            "draft-earlier-none",
            language ->
                EarlierPage.Templates.earlier(
                    applicant(language),
                    DraftView.of(json(), language),
                    new EarlierView(List.of()))),
        earlierOne("draft-earlier-one", null),
        earlierOne("draft-earlier-one-text", "{\"schema\": 7"),
        load("draft-load", language -> DraftView.of(json(), language), false),
        load("draft-load-no-file", language -> DraftView.of(json(), language), true),
        load(
            "draft-load-conflict",
            language -> DraftView.overtaken(json(), ANOTHER, -1, language),
            false),
        round("draft-round", null),
        round("draft-round-other", RecordsInTests.ID.toString()),
        draft("draft-bad-name", language -> DraftView.of(json(), language).named("", NAME_FAULT)),
        draft("draft-no-room", language -> DraftView.unsaved(json(), 3, noRoom(language))),
        text("draft-text", language -> DraftView.of(json(), language)),
        text("draft-text-conflict", language -> DraftView.overtaken(json(), ANOTHER, 7, language)),
        file("draft-file", gbk(), language -> DraftView.of(json(), language)),
        file(
            "draft-file-conflict",
            gbk(),
            language -> DraftView.overtaken(json(), ANOTHER, 7, language)),
        file(
            "draft-file-unknown",
            new byte[] {'{', (byte) 0xFF, (byte) 0xFE},
            language -> DraftView.of(json(), language).named("", NAME_FAULT)),
        away("draft-away", language -> DraftView.of(json(), language)),
        away("draft-away-conflict", language -> DraftView.overtaken(json(), ANOTHER, 7, language)),
        new Example(
            "draft-report",
            language ->
                DraftActs.Templates.draftReport(
                    applicant(language),
                    DraftView.of(json(), language),
                    records.shortExplainedReport(records.bid("chengdu-2022"), language))),
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

  private static String basis(Language language) {
    return PageWords.in(language)
        .text("applicant.draft.basis", Map.of("round", "Second call 第二批", "day", "2022-06-17"));
  }

  private static EarlierView.Saving saving(int number, Language language) {
    return new EarlierView.Saving(
        number,
        "2022-06-15 10:30:0" + number,
        "li.wei",
        PageWords.in(language).text("applicant.savings.why.removal"),
        number == 1 ? List.of() : List.of("Park 1 › Name", "园区2 › 产业".repeat(9)),
        number == 1 ? 0 : 3,
        number == 2);
  }

  private Example earlierOne(String name, String text) {
    FieldChange change = new FieldChange("Park 1 › Name", "成都高新区".repeat(40), null);
    FieldChange stated = new FieldChange("GDP", null, "19916.98 ".repeat(20));
    return new Example(
        name,
        language ->
            EarlierPage.Templates.earlierOne(
                applicant(language),
                text == null
                    ? DraftView.overtaken(json(), ANOTHER, -1, language)
                    : DraftView.of(json(), language),
                new EarlierView.Look(
                    saving(1, language),
                    text,
                    text == null ? List.of(stated) : List.of(),
                    text == null ? List.of(change, stated) : List.of())));
  }

  private Example differences(String name, boolean comparable) {
    List<TwoSides.Row> rows =
        List.of(
            new TwoSides.Row("side-0", "Park 1 › Name", "成都高新区".repeat(30), null, false),
            new TwoSides.Row("side-1", "GDP", "19916.98", "19916.99", true));
    return new Example(
        name,
        language ->
            ConflictPage.Templates.differences(
                applicant(language),
                DraftView.overtaken(json(), ANOTHER, 3, language),
                new ConflictPage.Sides(
                    comparable ? rows : List.of(),
                    comparable ? null : "{\"schema\": 7",
                    comparable ? null : "{\"schema\": 8",
                    Map.of("revision", "-1"))));
  }

  private Example load(String name, Function<Language, DraftView> view, boolean noFile) {
    return new Example(
        name,
        language ->
            DraftFile.Templates.draftLoad(
                applicant(language),
                view.apply(language),
                new DraftFile.Load(
                    "li.wei",
                    beginnings.of("", false, language),
                    noFile ? new Problem.Error("#file", "no-file", NAME_FAULT) : null)));
  }

  private Example round(String name, String asked) {
    return new Example(
        name,
        language -> {
          String title = "Second call 第二批";
          List<DraftRoundPage.Option> options =
              List.of(
                  new DraftRoundPage.Option(
                      "none", "no round 不指定", null, null, null, asked == null),
                  new DraftRoundPage.Option(
                      RecordsInTests.ID.toString(),
                      title,
                      "sichuan-2022-cities",
                      "2 days 2 天",
                      "2022-06-17",
                      asked != null));
          EvaluationsBeside.Side met = new EvaluationsBeside.Side("good", "✔", "met 符合");
          EvaluationsBeside.Side open = new EvaluationsBeside.Side("open", "…", "open 待定");
          EvaluationsBeside.Change change =
              new EvaluationsBeside.Change("Parks 园区", null, met, open);
          return DraftRoundPage.Templates.draftRound(
              applicant(language),
              DraftView.of(json(), language),
              new DraftRoundPage.Choice(
                  options,
                  "none",
                  asked,
                  asked == null ? null : new EvaluationsBeside(List.of(change), List.of(change))));
        });
  }

  private Example draft(String name, Function<Language, DraftView> view) {
    return draft(name, view, null);
  }

  private Example draft(String name, Function<Language, DraftView> view, String undone) {
    BidForm form =
        BidForm.of(bids.bid(records.rules(), "chengdu-2022").orElseThrow().tree(), records.rules());
    return new Example(
        name,
        language ->
            DraftPage.Templates.draft(
                applicant(language),
                view.apply(language),
                section(
                    checks.view(
                        "/applicant/drafts/1", checks.of(form, "2022-06-17", language), language),
                    undone),
                null));
  }

  /** A draft that replies to a notice: one park is open, and what differs elsewhere is told. */
  private Example reply() {
    JsonNode before = bids.bid(records.rules(), "chengdu-2022").orElseThrow().tree();
    BidForm form = BidForm.of(before, records.rules());
    OpenPlaces open = new OpenPlaces(before, form.bid(), List.of("/parks/0", "/parks/*"));
    return new Example(
        "draft-reply",
        language ->
            DraftPage.Templates.draft(
                applicant(language),
                DraftView.of(json(), language),
                checks
                    .view("/applicant/drafts/1", checks.of(form, "2022-06-17", language), language)
                    .locked(open, form),
                new DraftReply(
                    RecordsInTests.ID,
                    "2022-07-15 00:00:00 (Beijing time, UTC+8)",
                    List.of(new DraftReply.Open("in-parks-0-name-en", "Park 1 › Name 园区")),
                    2)));
  }

  /** Of the form one section, for the self-check's examples show the whole. */
  private static CheckView section(CheckView whole, String undone) {
    return new CheckView(
        whole.self(),
        whole.summary(),
        undone == null
            ? whole.sections().stream().limit(1).toList()
            : whole.sections().stream().filter(one -> one.pointer().equals(undone)).toList(),
        null,
        null,
        whole.asOf(),
        whole.asOfNotes(),
        whole.pasted(),
        whole.defects(),
        whole.examples(),
        whole.lists(),
        undone == null ? null : new CheckView.Undo(undone, "Park 2 园区2", "4 /parks/1"));
  }

  private static Example text(String name, Function<Language, DraftView> view) {
    WorkingDrafts.Text text = new WorkingDrafts.Text(Draft.Format.JSON, BYTES);
    return new Example(
        name,
        language ->
            DraftPage.Templates.draftText(
                applicant(language),
                view.apply(language).inText(text, id -> RuleSetsInTests.SICHUAN, language)));
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
                    beginnings.of(from, true, language),
                    wrong == null ? null : new Problem.Error(wrong, "wrong", NAME_FAULT))));
  }

  private static byte[] gbk() {
    try (InputStream in = Draft.class.getResourceAsStream("gbk.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TemplateInstance files(Language language, boolean refused) {
    List<BidEntries.Entry> entries =
        List.of(
            new BidEntries.Entry("/evidence/0", "e1", "示例园区批复（虚构）"),
            new BidEntries.Entry("/evidence/1", null, ""));
    List<EvidenceFile> kept =
        List.of(
            file("e1", "批复 <b>&.pdf", EvidenceType.PDF),
            file("lost", "photo.jpg", EvidenceType.JPEG));
    EvidenceQuota quota = new EvidenceQuota(20 << 20, 200 << 20, 1L << 30);
    ErrorSummary trouble =
        refused
            ? new ErrorSummary(
                PageWords.in(language).text("file.trouble"),
                PageWords.in(language).text("file.trouble.how"),
                List.of(new ErrorSummary.Link("#file", "Choose a file.")))
            : null;
    DraftFilesView view =
        DraftFilesView.of(
            new DraftFiles.Kept(
                kept,
                new BidEntries(entries),
                new EvidenceQuota.Used(quota, 182_044, 9 << 20),
                false),
            "/applicant/drafts/" + RecordsInTests.ID,
            refused ? "/evidence/1" : null,
            trouble,
            language);
    return DraftFilesPage.Templates.draftFiles(
        applicant(language), DraftView.of(json(), language), view);
  }

  private static EvidenceFile file(String entry, String name, EvidenceType type) {
    return new EvidenceFile(
        UUID.fromString("5f0c8a52-6d1e-4c53-9d0e-2f6f1c9a7b10"),
        "510100",
        FileOwner.draft(UUID.fromString("5f0c8a52-6d1e-4c53-9d0e-2f6f1c9a7b11")),
        "/evidence/0",
        entry,
        "sha256:" + "48".repeat(32),
        182_044,
        type,
        name,
        Instant.parse("2022-06-17T02:20:30Z"),
        "li.wei");
  }
}
