package sixones.pages.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.proceeding.act.Canonical;
import sixones.proceeding.act.CaseSettings;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/** The settings of a procedure: fields that become JSON, and JSON that becomes fields and words. */
class ProcedureFormTest {
  private static final String ALL =
      "{'blindConfirm':{'citation':'a','value':true},"
          + "'correctionTerm':{'citation':'b','value':"
          + "{'amount':15,'firstDayCounts':true,'unit':'day'}},"
          + "'corrections':{'citation':'c 1','value':2},"
          + "'judgementsBeforeProposal':{'citation':'d','value':false},"
          + "'noReply':{'citation':'e','value':'give-up'},"
          + "'persons':{'citation':'f','value':{'determine':2,'extend':1}},"
          + "'remedy':{'citation':'17','value':{'en':'Bid again next time.','zh':'可以在下一批次申报。'}},"
          + "'showsNames':{'citation':'h','value':true},"
          + "'unlisted':{'citation':'i','value':'mark'}}";

  private static CaseSettings read(ObjectNode json) {
    return CaseSettings.asked(json.toString().getBytes(StandardCharsets.UTF_8), "/procedure");
  }

  private static Stream<ProcedureForm.Setting> settings(ProcedureForm form) {
    return form.groups().stream().flatMap(group -> group.settings().stream());
  }

  @Test
  void what_is_stored_comes_back_from_the_form_to_the_byte() {
    String stored = ALL.replace('\'', '"');
    Map<String, String> written = ProcedureFields.written(stored);

    assertThat(written).hasSize(22);
    assertThat(Canonical.text(read(ProcedureFields.json(written)).json())).isEqualTo(stored);
    assertThat(read(ProcedureFields.json(written)).json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(ProcedureFields.names());
  }

  @Test
  void nothing_typed_sets_nothing_and_no_field_sent_says_nothing() {
    Map<String, String> sent = new LinkedHashMap<>();
    settings(ProcedureForm.of(Map.of(), List.of(), null, Language.EN))
        .flatMap(setting -> setting.fields().stream())
        .forEach(
            field ->
                sent.put(
                    field.name(),
                    field.options().isEmpty() ? " " : field.options().get(0).value()));

    assertThat(sent).hasSize(22);
    assertThat(ProcedureFields.json(sent)).isEmpty();
    assertThat(ProcedureFields.json(Map.of("/name/en", "x"))).isNull();
  }

  @Test
  void digits_of_any_width_are_a_number_and_a_citation_of_digits_is_a_text() {
    ObjectNode json =
        ProcedureFields.json(
            Map.of(
                "/procedure/corrections/value", " ３ ", "/procedure/corrections/citation", "2026"));

    assertThat(json).hasToString("{\"corrections\":{\"value\":3,\"citation\":\"2026\"}}");
  }

  /** What is typed: fields with values; the field it is told at; what it says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corrections/value=many;corrections/citation=x | corrections/value | from 0 to 9",
        "corrections/value=10;corrections/citation=x | corrections/value | from 0 to 9",
        "corrections/value=2 | corrections/citation | Say what this rests on",
        "corrections/citation=x | corrections/value | Fill this in",
        "correctionTerm/citation=x;correctionTerm/value/unit=day;"
            + "correctionTerm/value/firstDayCounts=false | correctionTerm/value/amount"
            + " | Fill this in",
        "correctionTerm/citation=x;correctionTerm/value/amount=0;correctionTerm/value/unit=day;"
            + "correctionTerm/value/firstDayCounts=true | correctionTerm/value/amount"
            + " | from 1 to 366",
        "noReply/value=perhaps;noReply/citation=x | noReply/value | decide, give-up",
        "showsNames/value=perhaps;showsNames/citation=x | showsNames/value | true",
        "persons/value/determine=3;persons/citation=x | persons/value/determine | from 1 to 2",
        "persons/citation=x | persons/value/determine | Fill this in",
        "remedy/citation=x | remedy/value/zh | Fill this in",
        "remedy/value/en=short;remedy/citation=x | remedy/value/en | 10"
      })
  void what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(
      String typed, String field, String says) {
    Map<String, String> sent = new LinkedHashMap<>();
    for (String one : typed.split(";")) {
      sent.put("/procedure/" + one.split("=")[0], one.split("=")[1]);
    }
    List<Problem.Error> errors = List.of();
    try {
      read(ProcedureFields.json(sent));
    } catch (Refused refused) {
      errors = RefusedProblem.of(refused, Language.EN).errors();
    }

    ProcedureForm form = ProcedureForm.of(sent, errors, null, Language.EN);

    assertThat(form.wrong()).hasSize(1);
    assertThat(form.wrong().get(0).id()).isEqualTo("in-procedure-" + field.replace('/', '-'));
    assertThat(form.wrong().get(0).fault()).contains(says);
    assertThat(settings(form).filter(ProcedureForm.Setting::open))
        .extracting(ProcedureForm.Setting::id)
        .containsExactly(field.substring(0, field.indexOf('/')));
    settings(form)
        .flatMap(setting -> setting.fields().stream())
        .filter(one -> sent.containsKey(one.name()))
        .forEach(one -> assertThat(one.value()).isEqualTo(sent.get(one.name())));
  }

  @Test
  void what_somebody_else_saved_stands_beside_and_unfolds_its_setting() {
    Map<String, String> theirs =
        ProcedureFields.written("{\"noReply\":{\"citation\":\"Order 1\",\"value\":\"give-up\"}}");

    ProcedureForm form = ProcedureForm.of(Map.of(), List.of(), theirs, Language.EN);

    ProcedureForm.Setting only =
        settings(form).filter(ProcedureForm.Setting::open).reduce((a, b) -> null).orElseThrow();
    assertThat(only.id()).isEqualTo("noReply");
    assertThat(only.fields())
        .extracting(ProcedureForm.Field::now)
        .containsExactly(
            "Saved by somebody else in the meantime: Two officers may close the case as given up",
            "Saved by somebody else in the meantime: Order 1");
  }

  @Test
  void settings_read_in_words_with_what_they_rest_on_and_a_default_as_such() {
    CaseSettings set = CaseSettings.read(ALL.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

    ProcedureView view = ProcedureView.planned(set, Language.EN);

    assertThat(view.rows())
        .extracting(ProcedureView.Row::value)
        .containsExactly(
            "2",
            "15 days, with the first day counted",
            "Two officers may close the case as given up",
            "It is taken in, and what is not listed is marked",
            "A bid can be proposed before all of it is judged",
            "A determination: Two officers. A longer term of a notice: One officer.",
            "She first writes what she would say",
            "Letters name the officer who handles the case",
            "Bid again next time.");
    assertThat(view.rows())
        .extracting(ProcedureView.Row::citation)
        .contains("17")
        .doesNotContainNull();
    assertThat(ProcedureView.planned(CaseSettings.NEUTRAL, Language.ZH_CN).rows())
        .allMatch(row -> row.citation() == null && !row.value().isBlank())
        .extracting(ProcedureView.Row::value)
        .contains("1次", "按现有申报文件作出决定");
  }

  @Test
  void a_default_is_told_as_it_holds() {
    List<ProcedureView.Row> neutral =
        ProcedureView.planned(CaseSettings.NEUTRAL, Language.EN).rows();
    String set =
        "{'corrections':{'citation':'x','value':1},'noReply':{'citation':'x','value':'decide'},"
            + "'unlisted':{'citation':'x','value':'refuse'},"
            + "'judgementsBeforeProposal':{'citation':'x','value':true},"
            + "'showsNames':{'citation':'x','value':false}}";
    CaseSettings same = CaseSettings.read(set.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    List<ProcedureView.Row> said = ProcedureView.planned(same, Language.EN).rows();

    assertThat(same.corrections()).isEqualTo(CaseSettings.NEUTRAL.corrections());
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).citation() != null) {
        assertThat(said.get(i).value()).isEqualToIgnoringCase(neutral.get(i).value());
      }
    }
  }
}
