package sixones.pages.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.pages.Session;

/** What the form spares whoever fills it in: codes, ids, and notes before their time. */
@QuarkusTest
@InTurns(6)
class ComfortPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TASK =
      Pattern.compile("id=\"state-([^\"]*)\" class=\"chip [a-z]+\">([^<]*)<");
  private static final String TO = "/parks/0/evidence";

  @ParameterizedTest
  @CsvSource({
    "成都市, 510100",
    "成都, 510100",
    "Chengdu, 510100",
    "chengdu (510100), 510100",
    "成都市（510100）, 510100",
    "重庆市, 500000",
    "北京市朝阳区, 110105",
    "５１０１００, ５１０１００"
  })
  void a_division_is_understood_by_its_name(String written, String code) throws Exception {
    Session session = Session.open("/", "en");
    Map<String, String> fields = session.fields();
    fields.put("/city/code", "510100");
    fields.put("/parks/0/cityCode", written);

    assertThat(saved(session, fields).at("/parks/0/cityCode").textValue()).isEqualTo(code);
    session.post("/", fields);
    assertThat(session.fields()).containsEntry("/parks/0/cityCode", written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"朝阳区", "Nowhere", "成都市510300", "市辖区"})
  void a_name_of_no_division_or_of_several_is_kept_and_told(String written) throws Exception {
    Session session = Session.open("/", "en");
    Map<String, String> fields = session.fields();
    fields.put("/city/code", "510100");
    fields.put("/parks/0/cityCode", written);

    assertThat(saved(session, fields).at("/parks/0/cityCode").textValue()).isEqualTo(written);
    assertThat(session.post("/", fields).asString())
        .contains("This is not the name or code of a division");
  }

  @Test
  void a_code_is_told_with_its_name_in_both_languages() {
    Session session = Session.open("/?example=sample-met", "zh-CN");

    assertThat(part(session.page(), "id=\"found-city-code\"", "</div>"))
        .containsPattern("[\\u4e00-\\u9fff]+ · [A-Z]");
    assertThat(part(session.page(), "<datalist id=\"applicants\"", "</datalist>"))
        .contains("<option value=\"成都市\">Chengdu 510100</option>");
    assertThat(part(session.page(), "<datalist id=\"divisions\"", "</datalist>"))
        .contains("<option value=\"重庆市\">500000</option>");
  }

  @Test
  void a_choice_carries_its_words_in_both_languages() {
    assertThat(Session.open("/", "en").page())
        .contains("<option value=\"provincial\">provincial · 省级</option>");
    assertThat(Session.open("/", "zh-CN").page())
        .contains("<option value=\"provincial\">省级 · provincial</option>");
  }

  @Test
  void evidence_is_chosen_by_its_title_and_nobody_sees_its_id() throws Exception {
    Session session = Session.open("/", "en");
    session.load("bid.json", JSON.writeValueAsBytes(Fixtures.compliant()));

    String chosen = part(session.page(), "id=\"in-parks-0-evidence-0\"", "</select>");
    assertThat(chosen)
        .contains("<option value=\"e1\" selected>Decision on the sample park (made up) · 示例")
        .contains("<option value=\"e2\">Plan for the sample industry");
    assertThat(session.page())
        .contains("<input type=\"hidden\" name=\"/evidence/0/id\" value=\"e1\">");
  }

  @Test
  void ids_that_were_there_stay_byte_for_byte() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/evidence/0/id", TextNode.valueOf("Ｅ１"));
    Fixtures.change(bid, "/evidence/1/id", TextNode.valueOf(" 附件 二"));
    Fixtures.change(bid, "/parks/0/evidence/0", TextNode.valueOf("e1 "));
    Fixtures.change(bid, "/chainHeads/0/evidence/0", TextNode.valueOf("lost"));
    Session session = Session.open("/", "en");
    session.load("bid.json", JSON.writeValueAsBytes(bid));

    assertThat(session.page()).contains("<option value=\"lost\" selected>lost – not among");
    assertThat(JSON.readTree(session.post("/bid.json", session.fields()).asByteArray()))
        .isEqualTo(bid);
  }

  @Test
  void two_documents_of_one_id_can_be_told_apart() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/evidence/1/id", TextNode.valueOf("E1"));
    Session session = Session.open("/", "en");

    session.load("bid.json", JSON.writeValueAsBytes(bid));

    assertThat(session.page())
        .contains("id=\"in-evidence-0-id\"", "id=\"in-evidence-1-id\"")
        .doesNotContain("id=\"in-evidence-2-id\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"new:" + TO, ""})
  void a_document_is_added_beside_the_answer_by_its_title(String pressed) throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/chainHeads/0/evidence/0", TextNode.valueOf("E9"));
    Session session = Session.open("/", "en");
    session.load("bid.json", JSON.writeValueAsBytes(bid));
    Map<String, String> fields = session.fields();
    fields.put("new:" + TO, " 示例批复 ");
    fields.put("add", pressed);

    session.post("/", fields);

    assertThat(session.fields())
        .containsEntry("/evidence/6/title/zh", "示例批复")
        .containsEntry("/evidence/6/id", "e10")
        .containsEntry(TO + "/0", "e1")
        .containsEntry(TO + "/1", "e10")
        .doesNotContainKey("/evidence/7/id");
  }

  @Test
  void a_document_added_while_the_page_stays_changes_both_lists() {
    Session session = Session.open("/?example=sample-met", "en");
    Map<String, String> fields = session.fields();
    fields.put("new:" + TO, "Sample decision");
    fields.put("add", "new:" + TO);

    String live = session.post("/live", fields).asString();

    assertThat(live)
        .contains("Sample decision</option>", "id=\"evidence\" hx-swap-oob=\"true\"")
        .contains("<datalist id=\"entries-evidence\" hx-swap-oob=\"true\">")
        .doesNotContain("name=\"/baseline/gdp\"");
    assertThat(live.split("id=\"found-evidence\"", -1)).hasSize(2);
    assertThat(live.split("id=\"found-parks-0-evidence\"", -1)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"new:/parks", "new:/nothing", "new:", "new:/parks/7/evidence", "new:x"})
  void a_new_title_for_no_list_of_references_changes_nothing(String name) {
    Session session = Session.open("/?example=sample-met", "en");
    Map<String, String> before = session.fields();
    Map<String, String> sent = new LinkedHashMap<>(before);
    sent.put(name, "Title");
    sent.put("add", name);

    session.post("/", sent).then().statusCode(200);

    assertThat(session.fields()).isEqualTo(before);
  }

  @Test
  void an_industry_is_chosen_from_those_stated() {
    Session session = Session.open("/?example=sample-met", "en");

    assertThat(part(session.page(), "id=\"in-parks-0-industry\"", ">"))
        .contains("list=\"entries-pillarIndustries\"");
    assertThat(part(session.page(), "id=\"in-chainHeads-0-chain\"", ">"))
        .contains("list=\"entries-pillarIndustries\"");
    Map<String, String> fields = session.fields();
    fields.put("/pillarIndustries/0/name/zh", "示例风筝");
    assertThat(
            part(session.post("/live", fields).asString(), "<datalist id=\"entries-pi", "</data"))
        .contains("<option value=\"示例风筝\">");
  }

  @Test
  void the_sections_are_tasks_with_their_state() {
    Session session = Session.open("/", "en");
    assertThat(tasks(session.page()).values()).hasSize(14).containsOnly("Not started");

    Map<String, String> fields = session.fields();
    fields.put("/parks/0/name/zh", "示例制造园区");
    fields.put("/baseline/gdp", "2.6k");
    assertThat(tasks(session.post("/live", fields).asString()))
        .containsEntry("parks", "In progress")
        .containsEntry("baseline", "To correct")
        .containsEntry("city", "Not started");

    assertThat(tasks(Session.open("/?example=sample-met", "en").page()))
        .containsEntry("cooperation", "Not started")
        .hasSize(14)
        .satisfies(
            all -> assertThat(Collections.frequency(all.values(), "Complete")).isEqualTo(10));
    assertThat(tasks(Session.open("/?example=sample-not-met", "en").page()))
        .containsEntry("parks", "To correct");
  }

  @Test
  void who_goes_on_is_led_to_the_first_section_in_which_something_is_asked_for() {
    Session session = Session.open("/?example=sample-met", "en");
    Map<String, String> fields = session.fields();
    assertThat(session.page()).as("what may stay blank is left out").doesNotContain("\"go-on\"");

    fields.put("/chainHeads/0/rank", "");

    assertThat(part(session.post("/", fields).asString(), "id=\"go-on\"", ">"))
        .contains("#s-chainHeads");
  }

  @Test
  void the_summary_lists_what_is_missing_in_a_section_once_it_is_begun_or_asked_for() {
    Session session = Session.open("/", "en");
    Map<String, String> fields = session.fields();
    fields.put("/city/code", "510100");
    fields.put("/parks/0/name/zh", "示例制造园区");

    String begun = session.post("/live", fields).asString();
    assertThat(part(begun, "id=\"summary\"", "</div>"))
        .contains("href=\"#in-parks-0-industry\"")
        .doesNotContain("href=\"#in-chainHeads-");
    fields.put("asked", "1");
    assertThat(part(session.post("/live", fields).asString(), "id=\"summary\"", "</div>"))
        .contains("href=\"#in-parks-0-industry\"", "href=\"#in-chainHeads-");
    assertThat(session.post("/", fields).asString())
        .contains("<input type=\"hidden\" name=\"asked\" value=\"1\">");
  }

  @ParameterizedTest
  @CsvSource({"en, ＋ Add a park, ＋ Add a figure", "zh-CN, ＋ 添加园区, ＋ 添加数据"})
  void add_says_what_it_adds(String language, String outer, String inner) {
    assertThat(Session.open("/", language).page())
        .contains(">" + outer + "</button>", ">" + inner + "</button>");
  }

  @Test
  void long_texts_tell_their_limit_beforehand() {
    String page = Session.open("/", "en").page();

    assertThat(part(page, "id=\"count-pillarIndustries-0-growthPotential\"", "</small>"))
        .contains("At most 20,000 characters");
    assertThat(part(page, "id=\"in-pillarIndustries-0-growthPotential\"", ">"))
        .contains("data-most=\"20000\"", "aria-describedby=\"count-pillarIndustries-0-growth");
  }

  @Test
  void a_form_with_more_references_than_a_page_holds_suggests_them() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    for (int i = 0; i < 190; i++) {
      bid.withArray("/evidence").addObject().put("id", "x" + i).putObject("title").put("en", "T");
      bid.withArray(TO).add("x" + i);
    }
    Session session = Session.open("/", "en");

    session.load("bid.json", JSON.writeValueAsBytes(bid));

    assertThat(part(session.page(), "id=\"in-parks-0-evidence-0\"", ">"))
        .contains("value=\"e1\"", "list=\"entries-evidence\"");
    assertThat(session.page().length()).isLessThan(2_000_000);
    assertThat(JSON.readTree(session.post("/bid.json", session.fields()).asByteArray()))
        .isEqualTo(bid);
  }

  private static Map<String, String> tasks(String page) {
    Map<String, String> tasks = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    Matcher task = TASK.matcher(page);
    while (task.find()) {
      if (tasks.put(task.group(1), task.group(2)) != null) {
        twice.add(task.group(1));
      }
    }
    assertThat(twice).isEmpty();
    return tasks;
  }

  private static JsonNode saved(Session session, Map<String, String> fields) throws Exception {
    return JSON.readTree(session.post("/bid.json", fields).asByteArray());
  }

  private static String part(String page, String from, String to) {
    int at = page.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    return page.substring(at, page.indexOf(to, at));
  }
}
