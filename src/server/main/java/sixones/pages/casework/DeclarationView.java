package sixones.pages.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.proceeding.BidCase;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseAct;
import sixones.report.Column;
import sixones.report.Language;
import sixones.round.Refused;
import sixones.text.Folding;
import sixones.text.Text;

/**
 * The declaration of an officer for a round.
 *
 * @param round its name
 * @param find asks whose cases the form is to have; null if it has all
 * @param form the form; null if she declared before, there is no case, or somebody she named has
 *     none
 * @param declared when she declared; null if she did not
 * @param except the cases of which she keeps away
 */
record DeclarationView(
    String round,
    String address,
    Find find,
    ActForm form,
    String declared,
    List<ActView.Line> except) {
  /** The most cases that a form has. */
  static final int MOST = 100;

  /** The button that lets the cases of whom she named be listed. */
  static final String LIST = "list";

  /** The field that names those of a large round. */
  static final String OF = "of";

  /**
   * Asks from whose cases she keeps away.
   *
   * @param typed what she typed
   * @param wrong why the form cannot be made of it; null if it can
   */
  record Find(String address, String how, String typed, String wrong) {}

  /** Returns whether the form, or what she named for it, was refused. */
  public boolean isRefused() {
    return form != null && form.refusal() != null || find != null && find.wrong() != null;
  }

  /** Makes it of the cases of a round. */
  static final class Maker {
    private final Language language;
    private final PageWords words;
    private final BiFunction<String, Language, String> names;
    private final List<BidCase> cases;

    /**
     * Creates an instance.
     *
     * @param names gives the name of an applicant by its code
     */
    Maker(PageFrame frame, BiFunction<String, Language, String> names, List<BidCase> cases) {
      this.language = frame.language();
      this.words = PageWords.in(language);
      this.names = names;
      this.cases = cases;
    }

    DeclarationView view(String name, UUID round, CaseAct own, ActFields sent, Refused refused) {
      String address = PageAddresses.round(round);
      if (own != null) {
        List<ActView.Line> except =
            ((ActBody.Declare) own.body()).except().stream().map(this::line).toList();
        return new DeclarationView(
            name, address, null, null, Moments.exact(own.at(), language), except);
      }
      if (cases.isEmpty()) {
        return new DeclarationView(name, address, null, null, null, List.of());
      }
      Find find = null;
      List<BidCase> shown = cases;
      if (cases.size() > MOST) {
        Named named = named(sent.sent().getOrDefault(OF, ""));
        shown = named.cases();
        find =
            new Find(
                address + "/declaration",
                words.text("casework.declare.of.how", Map.of("count", cases.size())),
                sent.sent().getOrDefault(OF, ""),
                wrong(named, sent.sent()));
        if (isWrong(named)) {
          return new DeclarationView(name, address, find, null, null, List.of());
        }
      }
      ActForm form = form(address + "/declaration", shown, find != null, sent.sent());
      return new DeclarationView(
          name,
          address,
          find,
          refused == null ? form : FormRefusals.of(form, refused, sent, List.of(), language),
          null,
          List.of());
    }

    private ActView.Line line(ActBody.Declare.Except except) {
      List<ActView.Said> said = new ArrayList<>();
      String key = "casework.ground." + except.ground();
      said.add(
          new ActView.Said(
              null, words.has(key) ? words.text(key) : Column.harmless(except.ground())));
      said.addAll(ActView.Line.said(except.reasons(), language));
      String applicant =
          cases.stream()
              .filter(one -> one.id().equals(except.of()))
              .findFirst()
              .map(one -> names.apply(one.applicant(), language))
              .orElse(except.of().toString());
      return new ActView.Line(applicant, said);
    }

    /**
     * What she named.
     *
     * @param unknown what is no applicant of the round
     */
    private record Named(List<BidCase> cases, List<String> unknown) {}

    /** Reads codes or names of applicants, one on a line or with commas between them. */
    private Named named(String typed) {
      Map<String, List<BidCase>> known = new HashMap<>();
      if (!typed.isBlank()) {
        for (BidCase one : cases) {
          String code = one.applicant();
          Stream.of(code, names.apply(code, Language.EN), names.apply(code, Language.ZH_CN))
              .map(Folding::of)
              .distinct()
              .forEach(key -> known.computeIfAbsent(key, k -> new ArrayList<>()).add(one));
        }
      }
      Set<BidCase> found = new LinkedHashSet<>();
      List<String> unknown = new ArrayList<>();
      for (String one : typed.split("[\\n\\r,;，；、]+")) {
        if (!Text.isBlank(one)) {
          List<BidCase> of = known.get(Folding.of(one.strip()));
          if (of == null) {
            unknown.add(Column.harmless(one.strip()));
          } else {
            found.addAll(of);
          }
        }
      }
      return new Named(List.copyOf(found), unknown);
    }

    private static boolean isWrong(Named named) {
      return !named.unknown().isEmpty() || named.cases().size() > MOST;
    }

    /** What she named after the cases were listed is not listed yet: nothing of it may be lost. */
    private String wrong(Named named, Map<String, String> sent) {
      if (!isWrong(named) && sent.containsKey("key") && !sent.containsKey(LIST)) {
        boolean isListed =
            named.cases().stream().allMatch(one -> sent.containsKey(place(one) + "/case"));
        return isListed ? null : words.text("casework.declare.of.more");
      }
      return !named.unknown().isEmpty()
          ? words.text(
              "casework.declare.of.unknown",
              Map.of(
                  "names", String.join(words.text("casework.declare.of.between"), named.unknown())))
          : named.cases().size() > MOST
              ? words.text(
                  "casework.declare.of.most", Map.of("count", named.cases().size(), "most", MOST))
              : null;
    }

    /**
     * @param named whether she named these cases: then they are ticked, unless she took the tick
     *     out
     */
    private ActForm form(
        String address, List<BidCase> shown, boolean named, Map<String, String> sent) {
      FormFields fields = new FormFields(language, sent);
      Map<String, String> hidden = new LinkedHashMap<>();
      List<ActForm.Group> groups = new ArrayList<>();
      for (BidCase one : shown) {
        String at = place(one);
        boolean isNew = named && !sent.containsKey(at + "/case");
        hidden.put(at + "/case", one.id().toString());
        List<ActForm.Field> all = new ArrayList<>();
        all.add(fields.select(at + "/ground", grounds()));
        all.addAll(fields.reasons(at + "/reasons"));
        boolean picked = sent.containsKey(ActFields.PICK + at) || isNew;
        groups.add(
            new ActForm.Group(
                names.apply(one.applicant(), language),
                List.of(),
                ActFields.PICK + at,
                picked,
                !picked && all.stream().allMatch(field -> field.value().isBlank()),
                all));
      }
      return new ActForm(
          "declare",
          address,
          words.text("casework.declare.do"),
          words.text("casework.declare.how"),
          ActForms.key(sent),
          "",
          hidden,
          groups,
          List.of(new Option("", words.text("casework.declare.do"), true)),
          null);
    }

    /** A case has the same place in each form of its round, whatever other cases are listed. */
    private String place(BidCase one) {
      return "/except/" + cases.indexOf(one);
    }

    private List<Option> grounds() {
      List<Option> options = new ArrayList<>();
      options.add(new Option("", words.text("casework.choose"), true));
      for (String id : ActForms.CONFLICTS) {
        options.add(new Option(id, words.text("casework.ground." + id), false));
      }
      return options;
    }
  }
}
