package sixones.pages.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import sixones.casework.Cases;
import sixones.casework.SeenCase;
import sixones.finding.Finding;
import sixones.letter.LetterRendering;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.conclusion.Candidate;
import sixones.proceeding.conclusion.Examined;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.report.ReportFinding;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.rule.Citation;

/** Lays out the form of a notice, of what was sent or of nothing yet. */
final class NoticeViews {
  private static final int MOST_PLACES = 600;

  private final SeenCase seen;
  private final Examined examined;
  private final List<Candidate> candidates;
  private final NoticeFields fields;
  private final List<String> typedElsewhere;
  private final PageWords words;
  private final Messages messages;
  private final FieldWords labels;
  private final Map<String, String> faults = new TreeMap<>();
  private final List<NoticeView.Link> links = new ArrayList<>();

  NoticeViews(
      SeenCase seen,
      Examined examined,
      List<Candidate> candidates,
      NoticeFields fields,
      List<String> typedElsewhere,
      Language language) {
    this.seen = seen;
    this.examined = examined;
    this.candidates = candidates;
    this.fields = fields;
    this.typedElsewhere = typedElsewhere;
    this.words = PageWords.in(language);
    this.messages = Messages.of(examined.ruleSet(), language);
    this.labels = new FieldWords(messages);
  }

  /**
   * Lays out the page.
   *
   * @param possible why each act cannot be done; empty if it can
   * @param refused why what was sent is refused; null if it is not
   */
  NoticeView view(
      Map<ActKind, Optional<Refused>> possible,
      ActKind kind,
      Refused refused,
      Cases.NoticePreview preview,
      String key) {
    NoticeView.Trouble trouble = refused == null ? null : trouble(refused, kind);
    Optional<IssuedNotice> waits = seen.view().waiting();
    Optional<Refused> noNotice = possible.get(ActKind.NOTICE);
    boolean isTyped = refused != null && kind == ActKind.NOTICE;
    boolean builds = isTyped || waits.isEmpty() && noNotice.isEmpty();
    boolean waiting = !builds && waits.isPresent();
    Problem barred = builds || waiting ? null : noNotice.map(this::problem).orElse(null);
    List<String> typed = new ArrayList<>(typedElsewhere);
    if (refused != null && kind != ActKind.NOTICE && !waiting) {
      typed.addAll(fields.typed());
    }
    return new NoticeView(
        "/cases/" + seen.bidCase().id(),
        messages.applicant(seen.bidCase().applicant()),
        String.valueOf(seen.view().revision()),
        key == null ? UUID.randomUUID().toString() : key,
        barred,
        builds ? new NoticeView.Build(lines(), term()) : null,
        waiting ? waiting(waits.get(), possible) : null,
        builds || waiting ? added() : List.of(),
        trouble,
        typed,
        preview == null ? null : preview(preview));
  }

  private Problem problem(Refused refused) {
    return RefusedProblem.of(refused, messages.language());
  }

  private NoticeView.Trouble trouble(Refused refused, ActKind kind) {
    Problem problem = problem(refused);
    for (Problem.Error error : problem.errors()) {
      String field = fields.field(error.pointer(), kind, candidates.size());
      if (field != null) {
        faults.merge(field, error.detail(), (one, more) -> one + " " + more);
      }
      links.add(new NoticeView.Link(field, error.detail()));
    }
    return new NoticeView.Trouble(problem.title(), problem.detail(), links);
  }

  private List<NoticeView.Line> lines() {
    List<NoticeView.Line> lines = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Finding finding = examined.finding(candidate.rule().id());
      ReportFinding report = ReportFinding.of(finding, examined.ruleSet(), messages);
      List<String> found = new ArrayList<>();
      for (Finding.At place : finding.places()) {
        if (candidate.pointers().contains(place.pointer())) {
          found.add(place(place.pointer()) + words.text("notices.colon") + report.message(place));
        }
      }
      lines.add(
          new NoticeView.Line(
              i,
              NoticeFields.known(candidate),
              report.title(),
              words.text("notices.kind." + candidate.kind()),
              found,
              messages.text(
                  "text.passage",
                  Map.of("gist", report.demand().gist(), "source", report.demand().source())),
              String.join(
                  "; ", candidate.mayChange().stream().map(this::place).distinct().toList()),
              fields.tells(i),
              texts("mend-" + i),
              texts("drop-" + i)));
    }
    return lines;
  }

  private String place(String pointer) {
    String label = labels.place(pointer);
    return label.isEmpty() ? Column.harmless(pointer) : Column.harmless(label);
  }

  private NoticeView.Texts texts(String name) {
    return new NoticeView.Texts(
        name, fields.value(name + "-zh"), fields.value(name + "-en"), faults.get(name + "-zh"));
  }

  private NoticeView.Term term() {
    return new NoticeView.Term(
        fields.value("start"),
        fields.value("amount"),
        List.of(unit("working-day"), unit("day")),
        fields.value("first").equals("yes"),
        faults);
  }

  private Option unit(String id) {
    return new Option(id, words.text("notices.unit." + id), fields.value("unit").equals(id));
  }

  private NoticeView.Waiting waiting(
      IssuedNotice notice, Map<ActKind, Optional<Refused>> possible) {
    List<List<Option>> places = new ArrayList<>();
    for (int i = 0; i < NoticeFields.PLACES; i++) {
      places.add(places(fields.value("place-" + i)));
    }
    return new NoticeView.Waiting(
        notice.id().toString(),
        words.text(
            "notices.waiting",
            Map.of(
                "issued", Moments.exact(notice.issuedAt(), messages.language()),
                "count", notice.items().size(),
                "due", Moments.end(notice.due(), messages.language()))),
        places,
        texts("reasons"),
        term(),
        barred(possible.get(ActKind.WIDEN)),
        barred(possible.get(ActKind.EXTEND)));
  }

  private String barred(Optional<Refused> why) {
    return why.map(refused -> problem(refused).detail()).orElse(null);
  }

  private List<NoticeView.Added> added() {
    List<NoticeView.Added> added = new ArrayList<>();
    for (int i = 0; i < fields.added(); i++) {
      String name = "added-" + i;
      added.add(
          new NoticeView.Added(
              i,
              NoticeItem.KINDS.stream()
                  .map(
                      kind ->
                          new Option(
                              kind,
                              words.text("notices.kind." + kind),
                              kind.equals(fields.value(name + "-kind"))))
                  .toList(),
              places(fields.value(name + "-place")),
              citations(fields.value(name + "-citation")),
              texts(name)));
    }
    return added;
  }

  private List<Option> citations(String chosen) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("notices.no-citation"), chosen.isEmpty()));
    for (Citation citation : examined.ruleSet().citations().values()) {
      options.add(
          new Option(
              citation.id(), messages.passage(citation).gist(), citation.id().equals(chosen)));
    }
    return options;
  }

  /** Returns the places of the bid that can be named, in its order. */
  private List<Option> places(String chosen) {
    Set<String> pointers = new LinkedHashSet<>();
    collect("", examined.bid(), pointers);
    for (String pointer : examined.ruleSet().contract().members().keySet()) {
      if (pointer.indexOf('*') < 0) {
        pointers.add(pointer);
      }
    }
    pointers.remove("");
    pointers.remove(examined.ruleSet().contract().applicant());
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("notices.no-place"), chosen.isEmpty()));
    for (String pointer : pointers) {
      if (options.size() < MOST_PLACES && examined.ruleSet().contract().member(pointer) != null) {
        options.add(new Option(pointer, place(pointer), pointer.equals(chosen)));
      }
    }
    return options;
  }

  private static void collect(String at, JsonNode node, Set<String> pointers) {
    if (pointers.size() >= MOST_PLACES) {
      return;
    }
    pointers.add(at);
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              member ->
                  collect(
                      at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                      member.getValue(),
                      pointers));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(at + "/" + i, node.get(i), pointers);
      }
    }
  }

  private NoticeView.Preview preview(Cases.NoticePreview preview) {
    return new NoticeView.Preview(
        new RawString(LetterRendering.preview(preview.letter(), Language.ZH_CN)),
        new RawString(LetterRendering.preview(preview.letter(), Language.EN)),
        LetterViews.faults(preview.faults(), messages.language()));
  }
}
