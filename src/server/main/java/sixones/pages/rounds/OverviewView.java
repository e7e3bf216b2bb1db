package sixones.pages.rounds;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.evaluation.Verdict;
import sixones.overview.RoundEvaluations;
import sixones.overview.RoundOverview;
import sixones.overview.Turn;
import sixones.pages.choice.FewApplicants;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.VerdictStyle;
import sixones.pages.frame.WithdrawnWords;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.submission.CurrentBids;
import sixones.submission.WithdrawnBid;

/**
 * A round overview as its template renders it.
 *
 * @param shown the sentence that counts the rows
 * @param anyAtAll whether there are rows without the filter
 * @param gone the applicants that withdrew everything; they are not among the silent
 * @param heads the sortable columns: applicant, verdict, each requirement, each turn and time
 * @param leftOut that bids are left out, and why; null if none is
 * @param pages where on the pages of the rows this one is; null if there is one page
 * @param bids the current bids, to choose two of; if they are too many, those on the page
 */
public record OverviewView(
    String shown,
    boolean anyAtAll,
    boolean filtered,
    List<Head> heads,
    List<Row> rows,
    List<Gone> gone,
    FewApplicants silent,
    Filter filter,
    Order sorted,
    List<Option> bids,
    String leftOut,
    Pages pages) {

  /**
   * The order asked for, as its fields have it.
   *
   * @param by empty if none was
   * @param order empty if it is not reversed
   */
  public record Order(String by, String order) {}

  public String by() {
    return sorted.by();
  }

  public String order() {
    return sorted.order();
  }

  /**
   * Where a page stands among others.
   *
   * @param few the bids to choose two of
   * @param number of the page, from 1
   * @param last the number of the last page
   */
  record Place(CurrentBids few, int number, int last) {}

  /**
   * A page among others, as it is told.
   *
   * @param says which rows it has, in words
   * @param before the address of the page before; null of the first
   * @param after the address of the page after; null of the last
   */
  public record Pages(String says, String before, String after) {}

  private static final String PAGE = "page";

  /** Returns whether bids of the rows are not among those to choose two of. */
  public boolean isCut() {
    return pages != null;
  }

  /** Returns whether there are two bids to compare. */
  public boolean isComparable() {
    return bids.size() > 1;
  }

  /**
   * The filter and its choices.
   *
   * @param query the filter and the order as a query string
   */
  public record Filter(
      String applicant,
      List<Option> verdicts,
      List<Option> requirements,
      List<Option> is,
      List<Option> turns,
      String query) {}

  /**
   * A column heading.
   *
   * @param sorted the value of {@code aria-sort}
   * @param address the address that sorts by this column
   * @param counts the number of rows for each verdict; empty if the column has none
   */
  public record Head(String id, String title, String sorted, String address, List<Sign> counts) {}

  /**
   * The row of one applicant.
   *
   * @param name its name in the language of the page
   * @param otherName its name in the other language; null if it is the same
   * @param left the number of findings for each {@link Turn}
   * @param withdrawn that a later version was withdrawn, when and by whom; null if none was
   * @param determinations how many determinations are counted; null if none is
   */
  public record Row(
      String address,
      String code,
      String name,
      String otherName,
      int version,
      String at,
      Sign verdict,
      List<Integer> left,
      List<Sign> cells,
      String withdrawn,
      String determinations) {}

  /**
   * An applicant that withdrew everything it handed in.
   *
   * @param withdrawn when and by whom the last version was withdrawn, in words
   */
  public record Gone(
      RoundOverview.Applicant applicant, String address, int version, String withdrawn) {}

  /**
   * A verdict, as a cell or as a count.
   *
   * @param id the id of the requirement; null for the whole bid
   * @param about the title of the requirement
   * @param left what is left to do behind the verdict, in words; empty if nothing
   * @param conclusion what follows with determinations; null before there is a case
   */
  public record Sign(
      String id,
      String about,
      String tone,
      String sign,
      String word,
      String left,
      long count,
      Concluded conclusion) {}

  /**
   * A conclusion beside a verdict.
   *
   * @param differs whether it is another than the verdict
   */
  public record Concluded(String tone, String sign, String word, boolean differs) {
    private static Concluded of(Verdict verdict, Verdict conclusion, RoundOverview matrix) {
      return new Concluded(
          VerdictStyle.tone(conclusion),
          VerdictStyle.of(conclusion),
          matrix.words(conclusion),
          verdict != conclusion);
    }
  }

  /** Builds the filter from the query parameters. An unknown value does not restrict the rows. */
  static RoundOverview.Filter filter(Map<String, String> wishes) {
    return new RoundOverview.Filter(
        said(wishes, "applicant"),
        verdict(said(wishes, "verdict")),
        said(wishes, "requirement"),
        verdict(said(wishes, "is")),
        Turn.of(said(wishes, "left")),
        said(wishes, "by"),
        "desc".equals(wishes.get("order")));
  }

  /** Returns the page asked for, from 1; the first one if what is asked for is no number. */
  static int page(Map<String, String> wishes) {
    String page = wishes.getOrDefault(PAGE, "");
    return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
  }

  private static String said(Map<String, String> wishes, String name) {
    String text = wishes.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Verdict verdict(String word) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(word)) {
        return verdict;
      }
    }
    return null;
  }

  /**
   * Returns the view of an overview.
   *
   * @param address the address of the round
   * @param matrix the overview, already filtered; of a page, the rows on it
   * @param place where the page stands among others
   * @param withdrawn for each applicant its last version, if that was withdrawn
   */
  static OverviewView of(
      String address,
      RoundOverview matrix,
      Place place,
      List<WithdrawnBid> withdrawn,
      RoundOverview.Filter filter) {
    Map<String, WithdrawnBid> last = new LinkedHashMap<>();
    withdrawn.forEach(bid -> last.put(bid.applicant(), bid));
    PageWords words = PageWords.in(matrix.language());
    List<Head> heads = new ArrayList<>();
    heads.add(
        head(
            address,
            words.text("overview.applicant"),
            RoundOverview.BY_APPLICANT,
            filter,
            List.of()));
    heads.add(
        head(
            address,
            words.text("overview.overall"),
            RoundOverview.BY_VERDICT,
            filter,
            counts(matrix, matrix::count)));
    for (RoundOverview.Requirement requirement : matrix.requirements()) {
      heads.add(
          head(
              address,
              requirement.title(),
              requirement.id(),
              filter,
              counts(matrix, requirement::count)));
    }
    for (Turn turn : Turn.values()) {
      String title = words.text("overview.left." + turn.id());
      heads.add(head(address, title, turn.id(), filter, List.of()));
    }
    heads.add(
        head(
            address,
            words.text("overview.handed-in.zone"),
            RoundOverview.BY_TIME,
            filter,
            List.of()));
    boolean filtered =
        filter.applicant() != null
            || filter.verdict() != null
            || filter.is() != null
            || filter.turn() != null;
    return new OverviewView(
        words.text("overview.shown", Map.of("shown", matrix.shown(), "all", matrix.all())),
        matrix.all() > 0,
        filtered,
        heads,
        matrix.rows().stream()
            .map(row -> row(address, matrix, row, last.get(row.applicant().code())))
            .toList(),
        matrix.silent().stream()
            .filter(applicant -> last.containsKey(applicant.code()))
            .map(applicant -> gone(address, applicant, last.get(applicant.code()), matrix))
            .toList(),
        FewApplicants.of(
            matrix.silent().stream().filter(a -> !last.containsKey(a.code())).toList(),
            filter.applicant()),
        choices(matrix, filter, words),
        new Order(filter.by() == null ? "" : filter.by(), filter.backwards() ? "desc" : ""),
        options(place.few(), matrix.language()),
        matrix.leftOut() == 0
            ? null
            : words.text("overview.left-out", Map.of("count", matrix.leftOut())),
        pages(address, matrix, place, filter, words));
  }

  private static Pages pages(
      String address,
      RoundOverview matrix,
      Place page,
      RoundOverview.Filter filter,
      PageWords words) {
    if (page.last() == 1) {
      return null;
    }
    int first = (page.number() - 1) * RoundEvaluations.PAGE + 1;
    String says =
        words.text(
            "overview.page",
            Map.of(
                "first",
                first,
                "last",
                Math.min(first + RoundEvaluations.PAGE - 1, matrix.shown()),
                "all",
                matrix.shown(),
                "page",
                page.number(),
                "pages",
                page.last()));
    return new Pages(
        says,
        page.number() == 1 ? null : page(address, filter, page.number() - 1),
        page.number() == page.last() ? null : page(address, filter, page.number() + 1));
  }

  private static String page(String address, RoundOverview.Filter filter, int number) {
    String query = query(filter, filter.by(), filter.backwards());
    String page = number == 1 ? "" : (query.isEmpty() ? "?" : "&") + PAGE + "=" + number;
    return address + query + page + "#matrix-title";
  }

  private static Filter choices(
      RoundOverview matrix, RoundOverview.Filter filter, PageWords words) {
    return new Filter(
        filter.applicant() == null ? "" : filter.applicant(),
        verdicts(matrix, filter.verdict()),
        matrix.requirements().stream()
            .map(r -> new Option(r.id(), r.title(), r.id().equals(filter.requirement())))
            .toList(),
        verdicts(matrix, filter.is()),
        Arrays.stream(Turn.values())
            .map(t -> new Option(t.id(), words.text("overview.left." + t.id()), t == filter.turn()))
            .toList(),
        query(filter, filter.by(), filter.backwards()));
  }

  private static List<Option> verdicts(RoundOverview matrix, Verdict chosen) {
    List<Option> options = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      options.add(new Option(verdict.name(), matrix.words(verdict), verdict == chosen));
    }
    return options;
  }

  private static Head head(
      String address, String title, String id, RoundOverview.Filter filter, List<Sign> counts) {
    boolean now = id.equals(filter.by() == null ? RoundOverview.BY_APPLICANT : filter.by());
    boolean backwards = now && filter.backwards();
    String sorted = !now ? "none" : backwards ? "descending" : "ascending";
    String there = address + query(filter, id, now && !backwards) + "#matrix";
    return new Head(id, title, sorted, there, counts);
  }

  private interface Count {
    long of(Verdict verdict);
  }

  private static List<Sign> counts(RoundOverview matrix, Count count) {
    List<Sign> counts = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.MET, Verdict.NOT_MET, Verdict.OPEN)) {
      String word = matrix.words(verdict);
      counts.add(
          new Sign(
              null,
              null,
              VerdictStyle.tone(verdict),
              VerdictStyle.of(verdict),
              word,
              "",
              count.of(verdict),
              null));
    }
    return counts;
  }

  private static Sign badge(
      String id, String about, Verdict verdict, VerdictWords said, Concluded conclusion) {
    return new Sign(
        id,
        about,
        VerdictStyle.tone(verdict),
        VerdictStyle.of(verdict),
        said.verdict(),
        said.left(),
        1,
        conclusion);
  }

  private static List<Option> options(CurrentBids few, Language language) {
    Messages messages = Messages.of(few.rules(), language);
    return few.applicants().stream()
        .map(
            bid ->
                new Option(bid.submission().toString(), messages.applicant(bid.applicant()), false))
        .toList();
  }

  private static Gone gone(
      String address, RoundOverview.Applicant applicant, WithdrawnBid bid, RoundOverview matrix) {
    return new Gone(
        applicant,
        address + "/applicants/" + applicant.code(),
        bid.version(),
        WithdrawnWords.of(bid, matrix.language()));
  }

  private static String later(WithdrawnBid bid, Language language) {
    return bid == null
        ? null
        : PageWords.in(language)
            .text(
                "overview.withdrawn.later",
                Map.of("number", bid.version(), "how", WithdrawnWords.of(bid, language)));
  }

  private static Row row(
      String address, RoundOverview matrix, RoundOverview.Row row, WithdrawnBid withdrawn) {
    List<Sign> cells = new ArrayList<>();
    for (int i = 0; i < row.verdicts().size(); i++) {
      RoundOverview.Requirement requirement = matrix.requirements().get(i);
      Verdict verdict = row.verdicts().get(i);
      VerdictWords said = matrix.words(verdict, row.left().get(i));
      Concluded on =
          row.concluded() == null
              ? null
              : Concluded.of(verdict, row.concluded().on().get(i), matrix);
      cells.add(badge(requirement.id(), requirement.title(), verdict, said, on));
    }
    RoundOverview.Applicant applicant = row.applicant();
    String name = applicant.name(matrix.language());
    String other = applicant.name(matrix.language() == Language.EN ? Language.ZH_CN : Language.EN);
    return new Row(
        address + "/applicants/" + applicant.code(),
        applicant.code(),
        name,
        other.equals(name) ? null : other,
        row.version(),
        Moments.second(row.submittedAt()),
        badge(
            null,
            null,
            row.verdict(),
            matrix.words(row.verdict(), row.remaining()),
            row.concluded() == null
                ? null
                : Concluded.of(row.verdict(), row.concluded().conclusion(), matrix)),
        Arrays.stream(Turn.values()).map(row::count).toList(),
        cells,
        later(withdrawn, matrix.language()),
        counted(row.concluded(), matrix.language()));
  }

  private static String counted(RoundOverview.Concluded concluded, Language language) {
    if (concluded == null || concluded.determinations() == 0) {
      return null;
    }
    String count =
        PageWords.in(language)
            .text("overview.determinations", Map.of("count", concluded.determinations()));
    return concluded.damaged()
        ? Messages.text(language, "overview.damaged", Map.of()) + " · " + count
        : count;
  }

  private static String query(RoundOverview.Filter filter, String by, boolean backwards) {
    Map<String, String> wishes = new LinkedHashMap<>();
    wishes.put("applicant", filter.applicant());
    wishes.put("verdict", filter.verdict() == null ? null : filter.verdict().name());
    wishes.put("requirement", filter.requirement());
    wishes.put("is", filter.is() == null ? null : filter.is().name());
    wishes.put("left", filter.turn() == null ? null : filter.turn().id());
    wishes.put("by", by);
    wishes.put("order", backwards ? "desc" : null);
    StringBuilder query = new StringBuilder();
    wishes.forEach(
        (name, value) -> {
          if (value != null) {
            query.append(query.length() == 0 ? '?' : '&').append(name);
            query.append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
          }
        });
    return query.toString();
  }
}
