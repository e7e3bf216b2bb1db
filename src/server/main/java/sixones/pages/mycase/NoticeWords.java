package sixones.pages.mycase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.finding.Finding;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.mycase.MyCaseView.Found;
import sixones.pages.mycase.MyCaseView.ItemView;
import sixones.pages.mycase.MyCaseView.NoticeView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.DueTerm;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.conclusion.Candidate;
import sixones.proceeding.conclusion.Examined;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Passage;
import sixones.report.ReportFinding;
import sixones.report.ReportPlace;
import sixones.rule.Rule;

/** Says what a notice tells of a bid, in the words of its rules. */
final class NoticeWords {
  private final Examined of;
  private final CaseWords words;
  private final Language language;
  private final Messages messages;
  private final FieldWords fields;

  /**
   * Creates an instance.
   *
   * @param of the evaluation the notice tells of
   */
  NoticeWords(Examined of, Language language) {
    this.of = of;
    this.words = new CaseWords(language);
    this.language = language;
    this.messages = Messages.of(of.ruleSet(), language);
    this.fields = new FieldWords(messages);
  }

  NoticeView notice(IssuedNotice notice) {
    DueTerm term = notice.notice().term();
    Map<String, ?> counting = Map.of("start", term.start().toString(), "amount", term.amount());
    String counted =
        words.text("mycase.counted." + term.unit(), counting)
            + " "
            + words.text(term.firstDayCounts() ? "mycase.counted.first" : "mycase.counted.next");
    return new NoticeView(
        notice.progress() == IssuedNotice.Progress.WAITING,
        Moments.exact(notice.issuedAt(), language),
        words.text(
            "mycase.progress." + notice.progress().name().toLowerCase(java.util.Locale.ROOT)),
        Moments.end(notice.due(), language),
        counted,
        "/terms?start="
            + term.start()
            + "&amount="
            + term.amount()
            + "&unit="
            + term.unit()
            + "&firstDayCounts="
            + term.firstDayCounts(),
        notice.due().equals(term.due())
            ? null
            : words.text("mycase.moved", Map.of("first", Moments.end(term.due(), language))),
        notice.items().stream().map(this::item).toList(),
        open(notice.mayChange()));
  }

  /** Returns the places that may change, without those that lie in another one of them. */
  private List<String> open(List<String> mayChange) {
    return mayChange.stream()
        .filter(
            place ->
                mayChange.stream()
                    .noneMatch(
                        other ->
                            !other.equals(place)
                                && Candidate.allows(List.of(other), place)
                                && !Candidate.allows(List.of(place), other)))
        .map(this::place)
        .toList();
  }

  private ItemView item(NoticeItem item) {
    Rule rule = item.rule() == null ? null : of.ruleSet().rules().get(item.rule());
    Finding finding = item.rule() == null ? null : of.finding(item.rule());
    ReportFinding told = finding == null ? null : ReportFinding.of(finding, of.ruleSet(), messages);
    Passage passage =
        item.citation() == null || !of.ruleSet().citations().containsKey(item.citation())
            ? null
            : messages.passage(of.ruleSet().citations().get(item.citation()));
    String demand = words.said(item.demand());
    String mend = words.said(item.mend());
    return new ItemView(
        item.n(),
        words.text("mycase.kind." + item.kind()),
        item.requirement() == null ? null : messages.title(item.requirement()),
        rule == null ? words.text("mycase.item.office") : messages.title(rule.id()),
        rule == null ? null : PageAddresses.rule(of.evaluation(), rule),
        found(item, told),
        demand != null ? demand : passage == null ? null : passage.gist(),
        passage == null ? null : passage.source(),
        passage == null ? null : passage.address(),
        mend != null ? mend : told == null ? null : told.advice());
  }

  private List<Found> found(NoticeItem item, ReportFinding told) {
    List<Found> found = new ArrayList<>();
    for (String pointer : item.pointers()) {
      String says = null;
      if (told != null) {
        Finding.At place = of.place(item.rule(), pointer);
        says = place == null ? null : fields.says(new ReportPlace(place, told.message(place)));
      }
      found.add(new Found(place(pointer), says));
    }
    return found;
  }

  /** Returns the labels along a place that may hold an asterisk; a new entry is told as one. */
  String place(String pattern) {
    String place = Column.harmless(fields.place(pattern));
    return pattern.contains("/*") ? words.text("mycase.open.any", Map.of("place", place)) : place;
  }

  /** Returns the title of a rule; its id if the rules have no such rule. */
  String title(String rule) {
    return of.ruleSet().rules().containsKey(rule) ? messages.title(rule) : rule;
  }
}
