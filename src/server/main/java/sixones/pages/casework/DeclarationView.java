package sixones.pages.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
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

/**
 * The declaration of an officer for a round.
 *
 * @param round its name
 * @param form the form; null if she declared before or there is no case
 * @param declared when she declared; null if she did not
 * @param except the cases of which she keeps away
 */
record DeclarationView(
    String round, String address, ActForm form, String declared, List<ActView.Line> except) {

  /** Returns whether the form was refused. */
  public boolean isRefused() {
    return form != null && form.refusal() != null;
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
        return new DeclarationView(name, address, null, Moments.exact(own.at(), language), except);
      }
      if (cases.isEmpty()) {
        return new DeclarationView(name, address, null, null, List.of());
      }
      ActForm form = form(address + "/declaration", sent.sent());
      return new DeclarationView(
          name,
          address,
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

    private ActForm form(String address, Map<String, String> sent) {
      FormFields fields = new FormFields(language, sent);
      Map<String, String> hidden = new LinkedHashMap<>();
      List<ActForm.Group> groups = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        String at = "/except/" + i;
        hidden.put(at + "/case", cases.get(i).id().toString());
        List<ActForm.Field> all = new ArrayList<>();
        all.add(fields.select(at + "/ground", grounds()));
        all.addAll(fields.reasons(at + "/reasons"));
        boolean picked = sent.containsKey(ActFields.PICK + at);
        groups.add(
            new ActForm.Group(
                names.apply(cases.get(i).applicant(), language),
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
