package sixones.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.pages.choice.DivisionsByName;
import sixones.report.Language;
import sixones.ruleset.RuleSetsInTests;

/** A programme needs no class and no words of the pages for its form. */
@InTurns(3)
class MadeUpFormTest {
  private static final Map<String, String> SENT =
      Map.ofEntries(
          Map.entry("/schema", "made-up/bid/1"),
          Map.entry("/ruleSet", "made-up"),
          Map.entry("/call", "2024年"),
          Map.entry("/phone", "028-1234"),
          Map.entry("/unit/id", "unit:liangjiang"),
          Map.entry("/projects/0/name/zh", "甲"),
          Map.entry("/projects/0/share", "0.1234"),
          Map.entry("/projects/0/staff", "501"),
          Map.entry("/projects/0/owner", "某人"),
          Map.entry("/projects/0/contact/town", "510100"),
          Map.entry("/projects/0/tasks/0/done", "true"),
          Map.entry("/projects/0/tasks/0/steps/0/what", "开工"));

  private static BidForm form(Map<String, String> fields) {
    return BidForm.of(fields, MadeUpProgramme.RULES, word -> List.of());
  }

  private static CheckView view(BidForm form, Language language) {
    return CheckView.of(
        "/",
        new Check(form, "", null, List.of(), null),
        language,
        Accepted.of(MadeUpProgramme.RULES),
        new DivisionsByName(MadeUpProgramme.RULES),
        Checks.Changed.not(form),
        "",
        new Examples(RuleSetsInTests.ALL));
  }

  private static Map<String, FormPart> parts(CheckView view) {
    Map<String, FormPart> parts = new HashMap<>();
    view.sections().forEach(section -> section.all().forEach(p -> parts.put(p.pointer(), p)));
    return parts;
  }

  @Test
  void every_place_has_a_field_under_its_own_label() {
    Map<String, FormPart> parts = parts(view(form(SENT), Language.EN));

    assertThat(parts.keySet()).containsAll(SENT.keySet());
    assertThat(parts.get("/projects/0").label()).isEqualTo("Project 1");
    assertThat(parts.get("/projects/0/contact").label()).isEqualTo("Contact");
    assertThat(parts.get("/projects/0/tasks/0/done").label()).isEqualTo("done");
    assertThat(parts.get("/projects/0/tasks/0").label()).isEqualTo("tasks 1");
    assertThat(parts.get("/projects/0/tasks").offer().add()).isEqualTo("Add: tasks");
    assertThat(parts.get("/projects/0/staff").form()).isEqualTo("whole");
    assertThat(parts.get("/projects/0/paper").kind()).isEqualTo("select");
    assertThat(parts.get("/projects").section().demand()).isNotBlank();
    assertThat(parts.get("/schema").kind()).isEqualTo("hidden");
    assertThat(parts.get("/ruleSet").kind()).isEqualTo("hidden");
  }

  @Test
  void every_field_has_one_link_to_why_it_is_asked_that_names_it_in_both_languages() {
    Map<String, FormPart> english = parts(view(form(SENT), Language.EN));
    Map<String, FormPart> chinese = parts(view(form(SENT), Language.ZH_CN));

    assertThat(english.get("/projects/0/share").asked())
        .isEqualTo(
            new FormPart.Asked(
                "/rules/made-up/" + RuleSetsInTests.SICHUAN.version() + "/members/projects/*/share",
                "Projects › Share",
                false));
    assertThat(chinese.get("/projects/0/share").asked().place()).isEqualTo("项目 › 占比");
    assertThat(english.get("/projects/0/name").asked().place()).endsWith(" › Name");
    assertThat(english.get("/projects/0/name/zh").asked()).isNull();
    assertThat(english.get("/projects/0").asked()).isNull();
    assertThat(english.get("/projects/0/tasks").asked()).isNull();
    assertThat(english.values())
        .filteredOn(part -> part.isField() && !part.isHidden())
        .filteredOn(part -> !part.pointer().matches(".*/(en|zh|[0-9]+)"))
        .allSatisfy(part -> assertThat(part.asked()).as(part.pointer()).isNotNull());
  }

  @Test
  void a_field_that_no_rule_reads_is_told_apart() {
    BidForm blank = BidForm.blank(RuleSetsInTests.SICHUAN);
    Map<String, FormPart> parts = parts(view(blank, Language.EN));

    assertThat(parts.get("/parks/0/level").asked().read()).isTrue();
    assertThat(parts.get("/conferences/0/edition").asked().read()).isFalse();
  }

  @Test
  void what_others_may_not_see_is_told_to_whoever_fills_it_in() {
    Map<String, FormPart> english = parts(view(form(SENT), Language.EN));
    Map<String, FormPart> chinese = parts(view(form(SENT), Language.ZH_CN));

    assertThat(english.get("/phone").value()).isEqualTo("028-1234");
    assertThat(english.get("/phone").hint())
        .isEqualTo("Of whoever answers. Only the applicant and the programme office see this.");
    assertThat(chinese.get("/phone").hint()).isEqualTo("请填联系人电话。此项不公开，仅申报主体和主管部门可见。");
    assertThat(english.get("/projects/0/owner").hint())
        .isEqualTo("Only the applicant and the programme office see this.");
  }

  @Test
  void a_blank_form_has_an_entry_where_a_requirement_is_answered() {
    BidForm blank = BidForm.blank(MadeUpProgramme.RULES);

    assertThat(blank.tree().at("/schema").asText()).isEqualTo("made-up/bid/1");
    assertThat(blank.tree().at("/projects")).hasSize(1);
    assertThat(blank.tree().has("papers")).isFalse();
    assertThat(blank.isBlank()).isTrue();
  }

  @Test
  void values_are_understood_by_their_kinds() {
    BidForm form = form(SENT);

    assertThat(form.stated().bid().at("/call").isInt()).isTrue();
    assertThat(form.stated().bid().at("/projects/0/share").asText()).isEqualTo("0.1234");
    assertThat(form.stated().bid().at("/projects/0/tasks/0/done").isBoolean()).isTrue();
    assertThat(form.applicant()).isEqualTo("unit:liangjiang");
    assertThat(BidForm.holds(form.tree(), MadeUpProgramme.RULES.contract())).isTrue();
  }

  @Test
  void a_list_takes_as_many_entries_as_its_contract_lets_it_have() {
    Map<String, String> sent = new HashMap<>(SENT);
    sent.put("/papers/0/id", "e1");
    BidForm form = form(sent).withReferred("/projects", "x", "en");

    assertThat(Shapes.most(form.contract(), "/projects")).isEqualTo(3);
    assertThat(Shapes.most(form.contract(), "/papers")).isEqualTo(200);
    assertThat(new ArrayList<>(form.contract().sections().keySet())).containsExactly("projects");
  }
}
